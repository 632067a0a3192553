package org.fapiaosuite.fapiao.correction.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
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
import org.fapiaosuite.audit.AuditTrail;
import org.fapiaosuite.audit.Audited;
import org.fapiaosuite.fapiao.access.Staff;
import org.fapiaosuite.fapiao.application.Application;
import org.fapiaosuite.fapiao.application.rest.ApplicationView;
import org.fapiaosuite.fapiao.application.rest.ApplicationViews;
import org.fapiaosuite.fapiao.correction.ReissueDesk;
import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Where the service centre has a Fapiao issued anew. */
@Path("/api/v1/service-centre/fapiaos/{id}/reissue")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"CLERK", "LEAD"})
@Tag(name = "Service centre")
public class ReissueResource {

  private final ReissueDesk desk;
  private final ApplicationViews views;
  private final Staff staff;
  private final AuditTrail trail;

  ReissueResource(ReissueDesk desk, ApplicationViews views, Staff staff, AuditTrail trail) {
    this.desk = desk;
    this.views = views;
    this.staff = staff;
    this.trail = trail;
  }

  /**
   * Submits a new application in place of a Fapiao that is void or taken back in full.
   *
   * <p>For what the Fapiao was about, as far as it is not refunded; to the same address, under the
   * same title or another one. It has a promise of its own, and the customer gets a mail. Repeated,
   * it answers the application there is.
   *
   * @param id the id of the Fapiao
   * @return the new application, SUBMITTED
   * @throws ProblemException 409 before the Fapiao is reversed in full: {@code not-reversed}, with
   *     its status as {@code state}; when nothing is left of its bills: {@code nothing-to-reissue};
   *     or when one of them is on hold: {@code not-invoiceable}
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Audited
  @Operation(operationId = "reissueFapiao", summary = "Reissue a Fapiao")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  public Response reissue(
      @PathParam("id") UUID id, @Valid CorrectionRequests.@Nullable Reissue request) {
    Application again = desk.reissue(id, request == null ? null : request.buyer(), staff.id());
    trail.about(again.id());
    return Versions.tagged(
        Response.status(Response.Status.CREATED)
            .header(HttpHeaders.LOCATION, "/api/v1/service-centre/applications/" + again.id())
            .entity(views.forStaff(again)),
        again.version());
  }
}
