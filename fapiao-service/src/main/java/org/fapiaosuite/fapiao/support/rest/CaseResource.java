package org.fapiaosuite.fapiao.support.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.fapiao.access.Customer;
import org.fapiaosuite.fapiao.idempotency.Answer;
import org.fapiaosuite.fapiao.idempotency.Idempotency;
import org.fapiaosuite.fapiao.idempotency.IdempotencyKey;
import org.fapiaosuite.fapiao.support.CaseDesk;
import org.fapiaosuite.fapiao.support.CaseRequest;
import org.fapiaosuite.fapiao.support.SupportCase;
import org.fapiaosuite.fapiao.support.SupportCases;
import org.fapiaosuite.fapiao.title.BuyerData;
import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.paging.Cursor;
import org.fapiaosuite.rest.paging.Page;
import org.fapiaosuite.rest.paging.PageRequest;
import org.fapiaosuite.rest.problem.ProblemException;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/**
 * What a customer asks the service centre for beyond an application: to split a bill, to change a
 * title, where the Fapiao is, anything else.
 */
@Path(CaseResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("CUSTOMER")
@Tag(name = "Support")
public class CaseResource {

  static final String PATH = "/api/v1/support-cases";

  private final CaseDesk desk;
  private final SupportCases cases;
  private final CaseViews views;
  private final Idempotency idempotency;
  private final Customer customer;

  CaseResource(
      CaseDesk desk,
      SupportCases cases,
      CaseViews views,
      Idempotency idempotency,
      Customer customer) {
    this.desk = desk;
    this.cases = cases;
    this.views = views;
    this.idempotency = idempotency;
    this.customer = customer;
  }

  /**
   * Opens a support case.
   *
   * <p>A SPLIT and a TITLE_CHANGE are checked as a whole, so that a lead can approve them as they
   * stand. The answer to a TITLE_CHANGE says at once what is to be sent back, and where, as does
   * the mail that follows.
   *
   * @return the case, OPEN
   * @throws ProblemException 404 when the bill or the application does not exist or is not the
   *     caller's
   * @throws ProblemException 409 when nothing of the bill can be split: {@code not-invoiceable},
   *     with the block reason as {@code state}
   * @throws ProblemException 409 when the application leads to no Fapiao: {@code
   *     no-fapiao-to-come}, with its status as {@code state}
   * @throws ProblemException 409 when the account has as many open cases as it may, 50 by default:
   *     {@code too-many-cases}
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
  @Operation(operationId = "openSupportCase", summary = "Open a support case")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = CaseView.class)))
  public Response open(@Context HttpHeaders headers, @NotNull @Valid CaseRequest request) {
    return idempotency.once(
        IdempotencyKey.of(headers),
        customer.accountId(),
        "openSupportCase",
        request,
        () -> {
          SupportCase opened = desk.open(request, customer);
          return new Answer(
              201,
              PATH + "/" + opened.id(),
              Versions.tag(opened.version()),
              views.of(opened, BuyerData::of));
        });
  }

  /**
   * Lists the support cases of the caller, newest first, without their conversations.
   *
   * @return one page
   */
  @GET
  @Transactional
  @Operation(operationId = "listSupportCases", summary = "List your support cases")
  public Page<CaseView> list(
      @Valid @BeanParam CaseQuery query, @Valid @BeanParam PageRequest page) {
    List<SupportCase> found =
        cases.page(customer, query.filter(), page.from(Cursor.NEWEST), page.limit());
    return Page.of(
        page,
        found,
        last -> new Cursor(last.createdAt(), last.id()),
        views.listed(found, BuyerData::of));
  }

  /**
   * Shows one support case of the caller.
   *
   * @param id the id of the case
   * @return the case with its conversation
   */
  @GET
  @Path("/{id}")
  @Transactional
  @Operation(operationId = "getSupportCase", summary = "Get a support case")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CaseView.class)))
  @APIResponse(responseCode = "304", description = "It is still as you have it.")
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    SupportCase found = cases.of(customer, id).orElseThrow(StandardProblem.NOT_FOUND::with);
    return Versions.answer(request, found.version(), () -> views.of(found, BuyerData::of));
  }

  /**
   * Writes to the service centre.
   *
   * @param id the id of the case
   * @return the case with the message; it waits for the service centre
   * @throws ProblemException 409 when it has ended: {@code case-ended}, with its status as {@code
   *     state}
   * @throws ProblemException 409 when it has as many messages as it may, 200 by default: {@code
   *     case-full}
   */
  @POST
  @Path("/{id}/messages")
  @Transactional
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "writeSupportMessage", summary = "Write in a support case")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CaseView.class)))
  public Response write(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid CaseRequests.Message request) {
    return answer(desk.write(id, request.written(), customer, ifMatch));
  }

  /**
   * Enters the parcel in which papers come back to the service centre, or corrects it.
   *
   * @param id the id of a TITLE_CHANGE that asks for papers, see {@code sendBack}
   * @return the case with the parcel; it waits for the service centre
   * @throws ProblemException 409 when nothing is to be sent back: {@code nothing-to-return}
   * @throws ProblemException 409 when it has ended: {@code case-ended}, with its status as {@code
   *     state}
   */
  @PUT
  @Path("/{id}/return-parcel")
  @Transactional
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "putReturnParcel", summary = "Enter the parcel you sent back")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CaseView.class)))
  public Response sendBack(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid CaseRequests.Parcel request) {
    CaseRequests.Parcel parcel = request.checked();
    return answer(desk.sendBack(id, parcel.carrier(), parcel.waybill(), customer, ifMatch));
  }

  private Response answer(SupportCase found) {
    return Versions.changed(found.version(), views.of(found, BuyerData::of));
  }
}
