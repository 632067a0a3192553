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

  /** Takes down the numbers that the tax bureau's device printed. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "issueFapiao", summary = "Issue: type in code and number")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  @APIResponse(responseCode = "409")
  public Response issue(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid IssueRequest request) {
    Application application = desk.issue(id, request, staff.id(), ifMatch);
    return Versions.changed(application.version(), views.forStaff(application));
  }
}
