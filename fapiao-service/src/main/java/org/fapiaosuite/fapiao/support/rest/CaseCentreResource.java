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
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.audit.AuditTrail;
import org.fapiaosuite.audit.Audited;
import org.fapiaosuite.fapiao.access.Staff;
import org.fapiaosuite.fapiao.support.CaseCentre;
import org.fapiaosuite.fapiao.support.SupportCase;
import org.fapiaosuite.fapiao.support.SupportCases;
import org.fapiaosuite.fapiao.title.Buyer;
import org.fapiaosuite.fapiao.title.BuyerData;
import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.paging.Cursor;
import org.fapiaosuite.rest.paging.Page;
import org.fapiaosuite.rest.paging.PageRequest;
import org.fapiaosuite.rest.problem.ProblemException;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** What staff do with the customers' support cases. */
@Path("/api/v1/service-centre/support-cases")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"CLERK", "LEAD"})
@Tag(name = "Service centre")
public class CaseCentreResource {

  private final CaseCentre centre;
  private final SupportCases cases;
  private final CaseViews views;
  private final Staff staff;
  private final AuditTrail trail;

  CaseCentreResource(
      CaseCentre centre, SupportCases cases, CaseViews views, Staff staff, AuditTrail trail) {
    this.centre = centre;
    this.cases = cases;
    this.views = views;
    this.staff = staff;
    this.trail = trail;
  }

  /**
   * Lists the support cases of all customers, the one due first at the top, without their
   * conversations.
   *
   * <p>Those of every status, also of ended ones; filter by status for what is to be done.
   *
   * @return one page
   */
  @GET
  @Transactional
  @RolesAllowed({"CLERK", "LEAD", "ADMIN", "AUDITOR"})
  @Audited
  @Operation(operationId = "listCustomersCases", summary = "List the support cases")
  public Page<CaseView> list(
      @Valid @BeanParam CaseQuery query, @Valid @BeanParam PageRequest page) {
    List<SupportCase> found = cases.queue(query.filter(), page.from(Cursor.OLDEST), page.limit());
    return trail.shown(
        Page.of(
            page,
            found,
            last -> new Cursor(last.dueAt(), last.id()),
            views.listed(found, titles())),
        CaseView::id);
  }

  /**
   * Shows one support case.
   *
   * <p>Staff who do not issue see only the last four characters of taxpayer ids and bank accounts.
   *
   * @param id the id of the case
   * @return the case with its conversation
   */
  @GET
  @Path("/{id}")
  @Transactional
  @RolesAllowed({"CLERK", "LEAD", "ADMIN", "AUDITOR"})
  @Audited
  @Operation(operationId = "getCustomersCase", summary = "Get a support case for staff")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CaseView.class)))
  @APIResponse(responseCode = "304", description = "It is still as you have it.")
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    SupportCase found = cases.findByIdOptional(id).orElseThrow(StandardProblem.NOT_FOUND::with);
    return Versions.answer(request, found.version(), () -> views.of(found, titles()));
  }

  /**
   * Answers the customer, who is told by mail.
   *
   * @param id the id of the case
   * @return the case with the message; it waits for the customer
   * @throws ProblemException 409 when it has ended: {@code case-ended}, with its status as {@code
   *     state}
   * @throws ProblemException 409 when it has as many messages as it may, 200 by default: {@code
   *     case-full}
   */
  @POST
  @Path("/{id}/messages")
  @Transactional
  @Consumes(MediaType.APPLICATION_JSON)
  @Audited
  @Operation(operationId = "answerSupportCase", summary = "Answer a support case")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CaseView.class)))
  public Response answer(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid CaseRequests.Message request) {
    return answer(centre.answer(id, request.written(), staff.id(), ifMatch));
  }

  /**
   * Approves or refuses a SPLIT or a TITLE_CHANGE; the customer is told by mail.
   *
   * <p>Approved, a bill is split at once: it gets a share for each part, and the customer a draft
   * of an application for each, see {@code split}, which they confirm. Refused, the case is CLOSED.
   * Repeated, it answers the present state.
   *
   * @param id the id of the case
   * @return the case: WAITING_FOR_CUSTOMER when approved, CLOSED when refused
   * @throws ProblemException 409 when it is neither a SPLIT nor a TITLE_CHANGE: {@code
   *     nothing-to-approve}
   * @throws ProblemException 409 when it was decided otherwise: {@code already-decided}
   * @throws ProblemException 409 when it has ended: {@code case-ended}, with its status as {@code
   *     state}
   * @throws ProblemException 409 when another amount of the bill is left by now: {@code
   *     split-changed}
   * @throws ProblemException 409 when nothing of the bill can be split any more: {@code
   *     not-invoiceable}, with the block reason as {@code state}
   */
  @POST
  @Path("/{id}/approval")
  @Transactional
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("LEAD")
  @Audited
  @Operation(operationId = "decideSupportCase", summary = "Approve or refuse a support case")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CaseView.class)))
  public Response decide(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid CaseRequests.Approval request) {
    return answer(centre.decide(id, request.approve(), request.written(), staff.id(), ifMatch));
  }

  /**
   * Resolves a support case with a last message; the customer is told by mail.
   *
   * <p>Repeated while it is RESOLVED, it answers the present state, with the first message.
   *
   * @param id the id of the case
   * @return the case, RESOLVED
   * @throws ProblemException 409 when it was refused: {@code case-ended}, with its status as {@code
   *     state}
   */
  @POST
  @Path("/{id}/resolution")
  @Transactional
  @Consumes(MediaType.APPLICATION_JSON)
  @Audited
  @Operation(operationId = "resolveSupportCase", summary = "Resolve a support case")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CaseView.class)))
  public Response resolve(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid CaseRequests.Message request) {
    return answer(centre.resolve(id, request.written(), staff.id(), ifMatch));
  }

  private Function<Buyer, BuyerData> titles() {
    return staff.needsNumbers() ? BuyerData::of : BuyerData::masked;
  }

  private Response answer(SupportCase found) {
    return Versions.changed(found.version(), views.of(found, titles()));
  }
}
