package org.fapiaosuite.fapiao.application.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.fapiao.access.Customer;
import org.fapiaosuite.fapiao.application.Application;
import org.fapiaosuite.fapiao.application.ApplicationDesk;
import org.fapiaosuite.fapiao.application.ApplicationRequest;
import org.fapiaosuite.fapiao.application.Applications;
import org.fapiaosuite.fapiao.delivery.DeliveryData;
import org.fapiaosuite.fapiao.idempotency.Answer;
import org.fapiaosuite.fapiao.idempotency.Idempotency;
import org.fapiaosuite.fapiao.idempotency.IdempotencyKey;
import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.paging.Cursor;
import org.fapiaosuite.rest.paging.Page;
import org.fapiaosuite.rest.paging.PageRequest;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** Applying for Fapiao: draft, confirm, cancel, follow. */
@Path("/api/v1/applications")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("CUSTOMER")
@Tag(name = "Applications", description = "Applying for a Fapiao")
public class ApplicationResource {

  private final ApplicationDesk desk;
  private final Applications applications;
  private final ApplicationViews views;
  private final Idempotency idempotency;
  private final Customer customer;

  ApplicationResource(
      ApplicationDesk desk,
      Applications applications,
      ApplicationViews views,
      Idempotency idempotency,
      Customer customer) {
    this.desk = desk;
    this.applications = applications;
    this.views = views;
    this.idempotency = idempotency;
    this.customer = customer;
  }

  /** Saves a draft; checked whole, it can be confirmed as it stands. */
  @POST
  @Transactional
  @Consumes(MediaType.APPLICATION_JSON)
  @Parameter(
      name = "Idempotency-Key",
      in = ParameterIn.HEADER,
      description = "Sent again with the same content, the same answer; kept for a day",
      schema = @Schema(type = SchemaType.STRING, maxLength = 255))
  @Operation(operationId = "createApplication", summary = "Apply bill: save a checked draft")
  @APIResponse(
      responseCode = "201",
      description = "Applied for",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  @APIResponse(responseCode = "404")
  @APIResponse(responseCode = "409")
  public Response create(@Context HttpHeaders headers, @NotNull @Valid ApplicationRequest request) {
    return idempotency.once(
        IdempotencyKey.of(headers),
        customer.accountId(),
        "createApplication",
        request,
        () -> {
          Application created = desk.create(request, customer);
          return new Answer(
              201,
              "/api/v1/applications/" + created.id(),
              Versions.tag(created.version()),
              views.of(created));
        });
  }

  /** Newest first. */
  @GET
  @Transactional
  @Operation(operationId = "listApplications", summary = "List the applications")
  public Page<ApplicationView> list(@Valid @BeanParam PageRequest page) {
    return Page.of(
        page,
        applications.page(customer, page.from(Cursor.NEWEST), page.limit()),
        application -> new Cursor(application.createdAt(), application.id()),
        views::listed);
  }

  /** One application; 304 while its ETag is the caller's. */
  @GET
  @Path("/{id}")
  @Transactional
  @Operation(operationId = "getApplication", summary = "One application")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  @APIResponse(responseCode = "304", description = "Unchanged")
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    Application application =
        applications.of(customer, id).orElseThrow(StandardProblem.NOT_FOUND::with);
    return Versions.answer(request, application.version(), () -> views.of(application));
  }

  /** Replaces a draft; needs If-Match. */
  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "editApplication", summary = "Replace a draft")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  @APIResponse(responseCode = "409")
  public Response edit(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid ApplicationRequest request) {
    return answer(desk.edit(id, request, customer, ifMatch));
  }

  /** Discards a draft. What was confirmed once is kept: it can be cancelled. */
  @DELETE
  @Path("/{id}")
  @Operation(operationId = "discardApplication", summary = "Discard a draft")
  @APIResponse(responseCode = "204", description = "Discarded")
  @APIResponse(responseCode = "409", description = "No longer a draft; state says what it is")
  public void discard(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    desk.discard(id, customer, ifMatch);
  }

  /** Hands the draft over to the service centre and reserves its bills. */
  @POST
  @Path("/{id}/confirmation")
  @Transactional
  @Parameter(
      name = "Idempotency-Key",
      in = ParameterIn.HEADER,
      description = "Sent again with the same content, the same answer; kept for a day",
      schema = @Schema(type = SchemaType.STRING, maxLength = 255))
  @Operation(operationId = "confirmApplication", summary = "Confirm: hand over, get dueAt")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  @APIResponse(responseCode = "409")
  public Response confirm(
      @PathParam("id") UUID id,
      @Context HttpHeaders headers,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return idempotency.once(
        IdempotencyKey.of(headers),
        customer.accountId(),
        "confirmApplication",
        Map.of("id", id),
        () -> {
          Application confirmed = desk.confirm(id, customer, ifMatch);
          return new Answer(200, null, Versions.tag(confirmed.version()), views.of(confirmed));
        });
  }

  /** Cancels before the service centre starts. */
  @POST
  @Path("/{id}/cancellation")
  @Operation(operationId = "cancelApplication", summary = "Cancel before it is in process")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  @APIResponse(responseCode = "409")
  public Response cancel(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answer(desk.cancel(id, customer, ifMatch));
  }

  /** Another recipient or address until it is mailed out; needs If-Match. */
  @PUT
  @Path("/{id}/delivery")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "changeDelivery", summary = "Change recipient or address")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  @APIResponse(responseCode = "409")
  public Response changeDelivery(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid DeliveryData delivery) {
    return answer(desk.changeDelivery(id, delivery, customer, ifMatch));
  }

  private Response answer(Application application) {
    return Versions.changed(application.version(), views.of(application));
  }
}
