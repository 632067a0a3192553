package org.fapiaosuite.fapiao.issuing.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.fapiao.access.Staff;
import org.fapiaosuite.fapiao.application.Application;
import org.fapiaosuite.fapiao.application.rest.ApplicationView;
import org.fapiaosuite.fapiao.application.rest.ApplicationViews;
import org.fapiaosuite.fapiao.issuing.IssueRequest;
import org.fapiaosuite.fapiao.issuing.IssuingDesk;
import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Where the service centre issues. */
@Path("/api/v1/service-centre/applications/{id}/issue")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"CLERK", "LEAD"})
@Tag(name = "Service centre")
public class IssueResource {

  private final IssuingDesk desk;
  private final ApplicationViews views;
  private final Staff staff;

  IssueResource(IssuingDesk desk, ApplicationViews views, Staff staff) {
    this.desk = desk;
    this.views = views;
    this.staff = staff;
  }

  /**
   * Issues the Fapiao of an application: enters the numbers they were issued under.
   *
   * <p>The numbers come from the tax bureau's device or platform, never from this suite. The same
   * numbers again answer the present state; other numbers for an issued application are refused,
   * for they would be a second Fapiao for the same money.
   *
   * @param id the id of the application
   * @return the application: ISSUED. Where a provider is configured to issue, it may be
   *     ISSUE_UNKNOWN when no answer came, or IN_PROCESS with a warning {@code issue-refused}
   * @throws ProblemException 409 when it was not accepted, or is issued with other numbers: {@code
   *     cannot-issue}, with its status as {@code state}
   * @throws ProblemException 409 when a number stands on another Fapiao: {@code fapiao-number-used}
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "issueFapiao", summary = "Issue the Fapiao of an application")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  public Response issue(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid IssueRequest request) {
    Application application = desk.issue(id, request, staff.id(), ifMatch);
    return Versions.changed(application.version(), views.forStaff(application));
  }
}
