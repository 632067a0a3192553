package org.fapiaosuite.fapiao.support.rest;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.fapiaosuite.fapiao.problem.Choice;
import org.fapiaosuite.fapiao.support.CaseStatus;
import org.fapiaosuite.fapiao.support.SupportCases;
import org.fapiaosuite.fapiao.support.events.CaseKind;
import org.jspecify.annotations.Nullable;

/**
 * Which support cases a list is about; without any, all.
 *
 * @param status only cases of this status
 * @param kind only cases of this kind
 */
public record CaseQuery(
    @Parameter(schema = @Schema(implementation = CaseStatus.class)) @QueryParam("status")
        @Nullable String status,
    @Parameter(schema = @Schema(implementation = CaseKind.class)) @QueryParam("kind")
        @Nullable String kind) {

  SupportCases.Filter filter() {
    return new SupportCases.Filter(
        Choice.of(CaseStatus.class, "status", status), Choice.of(CaseKind.class, "kind", kind));
  }
}
