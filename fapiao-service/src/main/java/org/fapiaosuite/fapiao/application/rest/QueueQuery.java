package org.fapiaosuite.fapiao.application.rest;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.fapiaosuite.fapiao.application.ApplicationStatus;
import org.fapiaosuite.fapiao.application.QueueFilter;
import org.fapiaosuite.fapiao.application.QueueFilter.ClaimedBy;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.problem.Choice;
import org.fapiaosuite.kernel.PrintedText;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/**
 * Which applications a list or an export of the work queue is about; without any, all but drafts.
 *
 * @param status only applications of this status; DRAFT matches none
 * @param overdue true for those alone that are overdue, false for the others alone
 * @param atRisk true for those alone that are due soon, by default within four working hours, and
 *     not issued; false for the others alone
 * @param type only applications for this type of Fapiao
 * @param medium only applications for this medium
 * @param claim only those that the caller, others or nobody has claimed
 * @param search an order number, a waybill or a Fapiao number, whole, or the beginning of a title
 *     whatever its case; 2 to 100 characters, each of which stands for itself. Example: {@code
 *     E0700K3M9Q}.
 */
public record QueueQuery(
    @Parameter(schema = @Schema(implementation = ApplicationStatus.class)) @QueryParam("status")
        @Nullable String status,
    @Parameter(schema = @Schema(type = SchemaType.BOOLEAN)) @QueryParam("overdue")
        @Nullable String overdue,
    @Parameter(schema = @Schema(type = SchemaType.BOOLEAN)) @QueryParam("atRisk")
        @Nullable String atRisk,
    @Parameter(schema = @Schema(implementation = FapiaoType.class)) @QueryParam("type")
        @Nullable String type,
    @Parameter(schema = @Schema(implementation = Medium.class)) @QueryParam("medium")
        @Nullable String medium,
    @Parameter(schema = @Schema(implementation = ClaimedBy.class)) @QueryParam("claim")
        @Nullable String claim,
    @Parameter(schema = @Schema(type = SchemaType.STRING, minLength = 2, maxLength = 100))
        @QueryParam("search")
        @Nullable String search) {

  private static final int SHORTEST = 2;
  private static final int LONGEST = 100;

  /**
   * What is asked for.
   *
   * @param caller account of who asks
   * @throws org.fapiaosuite.rest.problem.ProblemException 422 for what cannot be asked
   */
  public QueueFilter filter(String caller) {
    return new QueueFilter(
        Choice.of(ApplicationStatus.class, "status", status),
        Choice.flag("overdue", overdue),
        Choice.flag("atRisk", atRisk),
        Choice.of(FapiaoType.class, "type", type),
        Choice.of(Medium.class, "medium", medium),
        Choice.of(ClaimedBy.class, "claim", claim),
        searched(),
        caller);
  }

  /** In the form in which titles are kept. */
  private @Nullable String searched() {
    if (search == null) {
      return null;
    }
    String text = PrintedText.normalise(search);
    int length = text.codePointCount(0, text.length());
    if (length < SHORTEST || length > LONGEST || text.indexOf('\0') >= 0) {
      throw StandardProblem.VALIDATION.with().violation("search", "violation.search", LONGEST);
    }
    return text;
  }
}
