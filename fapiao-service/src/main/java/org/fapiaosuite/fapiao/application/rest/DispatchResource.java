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
import org.fapiaosuite.fapiao.access.Staff;
import org.fapiaosuite.fapiao.application.Application;
import org.fapiaosuite.fapiao.application.ServiceCentre;
import org.fapiaosuite.rest.etag.Versions;
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

  /** Gives it to a courier. */
  @POST
  @Path("/mail-out")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "mailOut", summary = "Give it to a courier")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  @APIResponse(responseCode = "409")
  public Response mailOut(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid ServiceCentreRequests.MailOut request) {
    return answer(centre.mailOut(id, request.carrier(), request.waybill(), staff.id(), ifMatch));
  }

  /** Makes it ready at the branch; the customer gets a code by mail. */
  @POST
  @Path("/ready-for-pickup")
  @Operation(operationId = "makeReadyForPickup", summary = "Lay it ready at the branch")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  @APIResponse(responseCode = "409")
  public Response makeReady(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answer(centre.makeReady(id, null, staff.id(), ifMatch));
  }

  /** Hands it over against the code of the mail. */
  @POST
  @Path("/hand-over")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "handOver", summary = "Hand it over against the pick-up code")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  @APIResponse(responseCode = "409")
  public Response handOver(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid ServiceCentreRequests.HandOver request) {
    return answer(centre.handOver(id, request.code(), staff.id(), ifMatch));
  }

  /** Notes what became of the parcel. */
  @POST
  @Path("/delivery-outcome")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "recordDeliveryOutcome", summary = "Note what became of the parcel")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  @APIResponse(responseCode = "409")
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
