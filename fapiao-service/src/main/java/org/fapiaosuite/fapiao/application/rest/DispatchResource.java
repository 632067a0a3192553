package org.fapiaosuite.fapiao.application.rest;

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
import org.fapiaosuite.audit.Audited;
import org.fapiaosuite.fapiao.access.Staff;
import org.fapiaosuite.fapiao.application.Application;
import org.fapiaosuite.fapiao.application.ServiceCentre;
import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The way to the buyer: by courier, or over the counter. */
@Path("/api/v1/service-centre/applications/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"CLERK", "LEAD"})
@Tag(name = "Service centre")
public class DispatchResource {

  private final ServiceCentre centre;
  private final ApplicationViews views;
  private final Staff staff;

  DispatchResource(ServiceCentre centre, ApplicationViews views, Staff staff) {
    this.centre = centre;
    this.views = views;
    this.staff = staff;
  }

  /**
   * Notes that a paper Fapiao was given to a courier.
   *
   * <p>Also once more, with a new waybill, after the parcel came back. Repeated while it is
   * MAILED_OUT, it answers the present state. The customer gets a mail with the tracking link.
   *
   * @param id the id of the application
   * @return the application, MAILED_OUT
   * @throws ProblemException 409 when it is not issued yet, or no longer here: {@code
   *     cannot-mail-out}, with its status as {@code state}
   * @throws ProblemException 409 when the customer did not choose a courier: {@code other-delivery}
   */
  @POST
  @Path("/mail-out")
  @Consumes(MediaType.APPLICATION_JSON)
  @Audited
  @Operation(operationId = "mailOut", summary = "Mail out a Fapiao")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  public Response mailOut(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid ServiceCentreRequests.MailOut request) {
    return answer(centre.mailOut(id, request.carrier(), request.number(), staff.id(), ifMatch));
  }

  /**
   * Marks a paper Fapiao as ready for pick-up at the branch.
   *
   * <p>Also once more, after it came back. The customer gets a mail with the pick-up code and the
   * last day, see {@code pickupUntil}, and a reminder before it; after it the application is
   * RETURNED. Repeated while it is READY_FOR_PICKUP, it answers the present state. Needs no body.
   *
   * @param id the id of the application
   * @return the application, READY_FOR_PICKUP
   * @throws ProblemException 409 when it is not issued yet, or no longer here: {@code
   *     cannot-make-ready}, with its status as {@code state}
   * @throws ProblemException 409 when the customer did not choose to pick it up: {@code
   *     other-delivery}
   */
  @POST
  @Path("/ready-for-pickup")
  @Audited
  @Operation(operationId = "markReadyForPickup", summary = "Mark a Fapiao ready for pick-up")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  public Response makeReady(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answer(centre.makeReady(id, staff.id(), ifMatch));
  }

  /**
   * Hands a paper Fapiao over to whoever shows the pick-up code.
   *
   * <p>Repeated while it is COMPLETED, it answers the present state.
   *
   * @param id the id of the application
   * @return the application, COMPLETED
   * @throws ProblemException 409 when it is not ready for pick-up: {@code cannot-hand-over}, with
   *     its status as {@code state}
   * @throws ProblemException 422 when the code is not the one from the mail: {@code validation}
   */
  @POST
  @Path("/hand-over")
  @Consumes(MediaType.APPLICATION_JSON)
  @Audited
  @Operation(operationId = "handOver", summary = "Hand over a Fapiao")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  public Response handOver(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid ServiceCentreRequests.HandOver request) {
    return answer(centre.handOver(id, request.code(), staff.id(), ifMatch));
  }

  /**
   * Notes what became of the parcel.
   *
   * <p>The customer gets a mail, which says what happens next. Repeated with the same outcome, it
   * answers the present state.
   *
   * @param id the id of the application
   * @return the application: COMPLETED, RETURNED or LOST
   * @throws ProblemException 409 when it is not mailed out, or another outcome is noted already:
   *     {@code cannot-record-outcome}, with the status of the application as {@code state}
   */
  @POST
  @Path("/delivery-outcome")
  @Consumes(MediaType.APPLICATION_JSON)
  @Audited
  @Operation(operationId = "recordDeliveryOutcome", summary = "Record the outcome of a delivery")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  public Response recordOutcome(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid ServiceCentreRequests.Outcome request) {
    return answer(centre.recordOutcome(id, request.outcome(), staff.id(), ifMatch));
  }

  private Response answer(Application application) {
    return Versions.changed(application.version(), views.forStaff(application));
  }
}
