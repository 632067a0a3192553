package org.fapiaosuite.fapiao.queue.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.audit.Audited;
import org.fapiaosuite.fapiao.access.Staff;
import org.fapiaosuite.fapiao.application.Application;
import org.fapiaosuite.fapiao.application.rest.ApplicationView;
import org.fapiaosuite.fapiao.application.rest.ApplicationViews;
import org.fapiaosuite.fapiao.queue.ClaimDesk;
import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.problem.ProblemException;

/** Who works on an application. */
@Path("/api/v1/service-centre/applications/{id}/claim")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"CLERK", "LEAD"})
@Tag(name = "Service centre")
public class ClaimResource {

  private final ClaimDesk desk;
  private final ApplicationViews views;
  private final Staff staff;

  ClaimResource(ClaimDesk desk, ApplicationViews views, Staff staff) {
    this.desk = desk;
    this.views = views;
    this.staff = staff;
  }

  /**
   * Claims an application, so that nobody else does something with it meanwhile.
   *
   * <p>A claim ends by itself after a while, by default a quarter of an hour; claimed again by the
   * same account it lasts that long from then on. Needs no body.
   *
   * @param id the id of the application
   * @return the application, with {@code claimedBy} and {@code claimedUntil}
   * @throws ProblemException 409 while somebody else has claimed it: {@code application-claimed}
   */
  @POST
  @Audited
  @Operation(operationId = "claimApplication", summary = "Claim an application")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  public Response claim(@PathParam("id") UUID id) {
    return answer(desk.claim(id, staff.id()));
  }

  /**
   * Releases an application for others.
   *
   * <p>A lead can also end somebody else's claim. Repeated, it answers the present state.
   *
   * @param id the id of the application
   * @return the application, claimed by nobody
   * @throws ProblemException 409 while somebody else has claimed it: {@code application-claimed}
   */
  @DELETE
  @Audited
  @Operation(operationId = "releaseApplication", summary = "Release an application")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  public Response release(@PathParam("id") UUID id) {
    return answer(desk.release(id, staff.id(), staff.leads()));
  }

  private Response answer(Application application) {
    return Versions.changed(application.version(), views.forStaff(application));
  }
}
