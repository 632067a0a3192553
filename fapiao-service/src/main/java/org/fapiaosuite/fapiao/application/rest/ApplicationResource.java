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
import org.fapiaosuite.rest.problem.ProblemException;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** Applying for the Fapiao of paid orders: draft, confirm, cancel, follow. */
@Path("/api/v1/applications")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("CUSTOMER")
@Tag(name = "Applications")
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

  /**
   * Saves a draft of an application.
   *
   * <p>It is checked as a whole, so that it can be confirmed as it stands. Until then it reserves
   * nothing: others may apply for the same bills. Its {@code dueAt} is the promise that would be
   * made were it confirmed now.
   *
   * @return the draft
   * @throws ProblemException 404 when one of the bills does not exist or is not the caller's
   * @throws ProblemException 409 when a bill cannot be applied for: {@code not-invoiceable}, with
   *     the block reason as {@code state}
   * @throws ProblemException 409 when all of a bill is applied for already: {@code
   *     already-applied}, with the status of the other application as {@code state}
   * @throws ProblemException 409 when a part of a bill was applied for under another title: {@code
   *     other-title}
   * @throws ProblemException 409 while the first request with this {@code Idempotency-Key} is under
   *     way: {@code request-in-flight}
   * @throws ProblemException 422 when this {@code Idempotency-Key} was used with other content:
   *     {@code idempotency-key-reused}
   * @throws ProblemException 422 when some values are not acceptable: {@code validation}, with each
   *     of them in {@code violations}
   */
  @POST
  @Transactional
  @Consumes(MediaType.APPLICATION_JSON)
  @Parameter(ref = "Idempotency-Key")
  @Operation(operationId = "createApplication", summary = "Apply for a Fapiao: save a draft")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
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

  /**
   * Lists the applications of the caller, newest first.
   *
   * <p>Drafts are listed, too, without {@code dueAt}.
   *
   * @return one page
   */
  @GET
  @Transactional
  @Operation(operationId = "listApplications", summary = "List your applications")
  public Page<ApplicationView> list(@Valid @BeanParam PageRequest page) {
    return Page.of(
        page,
        applications.page(customer, page.from(Cursor.NEWEST), page.limit()),
        application -> new Cursor(application.createdAt(), application.id()),
        views::listed);
  }

  /**
   * Shows one application of the caller.
   *
   * @param id the id of the application
   * @return the application; a draft with the due date it would have were it confirmed now
   */
  @GET
  @Path("/{id}")
  @Transactional
  @Operation(operationId = "getApplication", summary = "Get an application")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  @APIResponse(responseCode = "304", description = "It is still as you have it.")
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    Application application =
        applications.of(customer, id).orElseThrow(StandardProblem.NOT_FOUND::with);
    return Versions.answer(request, application.version(), () -> views.of(application));
  }

  /**
   * Replaces a draft by another one.
   *
   * <p>It is checked as a whole again. Once confirmed, only the delivery can be changed.
   *
   * @param id the id of a draft
   * @return the draft as it is now
   * @throws ProblemException 404 when the draft or one of the bills does not exist or is not the
   *     caller's
   * @throws ProblemException 409 when it is no longer a draft: {@code cannot-edit}
   * @throws ProblemException 409 when a bill cannot be applied for: {@code not-invoiceable}, with
   *     the block reason as {@code state}
   * @throws ProblemException 409 when all of a bill is applied for already: {@code
   *     already-applied}, with the status of the other application as {@code state}
   * @throws ProblemException 409 when a part of a bill was applied for under another title: {@code
   *     other-title}
   */
  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "editApplication", summary = "Replace a draft")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  public Response edit(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid ApplicationRequest request) {
    return answer(desk.edit(id, request, customer, ifMatch));
  }

  /**
   * Discards a draft.
   *
   * <p>What was confirmed once is kept: cancel it instead.
   *
   * @param id the id of a draft
   * @throws ProblemException 409 when it is no longer a draft: {@code cannot-discard}, with its
   *     status as {@code state}
   */
  @DELETE
  @Path("/{id}")
  @Operation(operationId = "discardApplication", summary = "Discard a draft")
  @APIResponse(responseCode = "204", description = "Discarded.")
  public void discard(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    desk.discard(id, customer, ifMatch);
  }

  /**
   * Confirms a draft: hands it over to the service centre.
   *
   * <p>Its part of each bill is reserved, and {@code dueAt} says by when the service centre
   * promises to issue. Repeated while it is SUBMITTED, it answers the present state. Needs no body.
   *
   * @param id the id of a draft
   * @return the application, SUBMITTED
   * @throws ProblemException 409 when it is no longer a draft: {@code cannot-confirm}, with its
   *     status as {@code state}
   * @throws ProblemException 409 when less of a bill is left than the draft asks for, or all that
   *     is left was asked for and is another amount now: {@code amount-changed}. Replace the draft
   * @throws ProblemException 409 when a bill cannot be applied for: {@code not-invoiceable}, with
   *     the block reason as {@code state}
   * @throws ProblemException 409 when all of a bill is applied for already: {@code
   *     already-applied}, with the status of the other application as {@code state}
   * @throws ProblemException 409 when a part of a bill was applied for under another title: {@code
   *     other-title}
   * @throws ProblemException 409 while the first request with this {@code Idempotency-Key} is under
   *     way: {@code request-in-flight}
   * @throws ProblemException 422 when this {@code Idempotency-Key} was used with other content:
   *     {@code idempotency-key-reused}
   */
  @POST
  @Path("/{id}/confirmation")
  @Transactional
  @Parameter(ref = "Idempotency-Key")
  @Operation(operationId = "confirmApplication", summary = "Confirm an application")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
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

  /**
   * Cancels an application before the service centre has taken it on.
   *
   * <p>What it reserved can be applied for again at once. Repeated, it answers the present state. A
   * draft can be cancelled, too. Needs no body.
   *
   * @param id the id of the application
   * @return the application, CANCELLED
   * @throws ProblemException 409 when the service centre has taken it on, or it has ended: {@code
   *     cannot-cancel}, with its status as {@code state}
   */
  @POST
  @Path("/{id}/cancellation")
  @Operation(operationId = "cancelApplication", summary = "Cancel an application")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  public Response cancel(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answer(desk.cancel(id, customer, ifMatch));
  }

  /**
   * Changes method, recipient or address of the delivery.
   *
   * <p>Possible until it is mailed out, ready for pick-up or ended, and again once a parcel has
   * come back. The method has to suit the medium of the application.
   *
   * @param id the id of the application
   * @return the application as it is now
   * @throws ProblemException 409 when the delivery cannot be changed any more: {@code
   *     cannot-change-delivery}, with the application's status as {@code state}
   */
  @PUT
  @Path("/{id}/delivery")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "changeDelivery", summary = "Change the delivery of an application")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
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
