package org.fapiaosuite.ordersync.order.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.audit.AuditTrail;
import org.fapiaosuite.audit.Audited;
import org.fapiaosuite.ordersync.decision.ApprovalRequest;
import org.fapiaosuite.ordersync.decision.Decisions;
import org.fapiaosuite.ordersync.decision.Proposal;
import org.fapiaosuite.ordersync.fact.MovementRules;
import org.fapiaosuite.ordersync.font.OrderWarnings;
import org.fapiaosuite.ordersync.order.Order;
import org.fapiaosuite.ordersync.order.OrderDesk;
import org.fapiaosuite.ordersync.order.OrderStatus;
import org.fapiaosuite.ordersync.order.Orders;
import org.fapiaosuite.ordersync.order.Resync;
import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.paging.Cursor;
import org.fapiaosuite.rest.paging.Page;
import org.fapiaosuite.rest.paging.PageRequest;
import org.fapiaosuite.rest.problem.ProblemException;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** How far the orders are in step with the platform, for staff. */
@Path("/api/v1/order-sync/orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sync status")
public class StaffOrderResource {
  private final Orders orders;
  private final Resync resync;
  private final AuditTrail trail;
  private final OrderWarnings warnings;
  private final OrderDesk desk;
  private final Decisions decisions;
  private final MovementRules rules;

  StaffOrderResource(
      Orders orders,
      Resync resync,
      AuditTrail trail,
      OrderWarnings warnings,
      OrderDesk desk,
      Decisions decisions,
      MovementRules rules) {
    this.orders = orders;
    this.resync = resync;
    this.desk = desk;
    this.decisions = decisions;
    this.rules = rules;
    this.trail = trail;
    this.warnings = warnings;
  }

  /**
   * Lists orders and how far each is in step with the platform, newest first.
   *
   * @param status only orders that stand there. Example: {@code HELD}.
   * @return one page
   */
  @GET
  @RolesAllowed({"CLERK", "LEAD", "ADMIN", "AUDITOR"})
  @Audited
  @Operation(operationId = "listSyncedOrders", summary = "List orders for staff")
  public Page<StaffOrderView> list(
      @Parameter(schema = @Schema(implementation = OrderStatus.class)) @QueryParam("status")
          @Nullable String status,
      @Valid @BeanParam PageRequest page) {
    List<Order> found = orders.page(status(status), page.from(Cursor.NEWEST), page.limit());
    Map<String, Proposal> proposed =
        decisions.proposed(
            found.stream().filter(order -> order.holdReason() != null).map(Order::id).toList());
    return trail.shown(
        Page.of(
            page,
            found,
            order -> new Cursor(order.firstSeenAt(), order.id()),
            order -> view(order, proposed.get(order.id()))),
        StaffOrderView::orderNumber);
  }

  /**
   * Shows one order and how far it is in step with the platform.
   *
   * @param orderNumber of any order. Example: {@code E0700K3M9Q}.
   * @return the order, with the ETag that putting it right asks for
   */
  @GET
  @Path("/{orderNumber}")
  @RolesAllowed({"CLERK", "LEAD", "ADMIN", "AUDITOR"})
  @Audited
  @Operation(operationId = "getSyncedOrder", summary = "Get an order for staff")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = StaffOrderView.class)))
  @APIResponse(responseCode = "304", description = "It is still as you have it.")
  public Response get(@PathParam("orderNumber") String orderNumber, @Context Request request) {
    Order order = find(orderNumber);
    return Versions.answer(request, order.version(), () -> view(order));
  }

  /**
   * Proposes what to put right of an order that is held because of what describes it: payer,
   * product, quantity. Somebody else has to approve it; a proposal that waits is replaced.
   *
   * @param orderNumber of any order. Example: {@code E0700K3M9Q}.
   * @return the order, with the proposal
   * @throws ProblemException 409 when the order is not held for what describes it: {@code
   *     order-not-mendable}
   */
  @PATCH
  @Path("/{orderNumber}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"CLERK", "LEAD"})
  @Audited
  @Operation(operationId = "proposeOrderMend", summary = "Propose what to put right of an order")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = StaffOrderView.class)))
  public Response mend(
      @PathParam("orderNumber") String orderNumber,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid MendRequest request,
      @Context SecurityContext caller) {
    return changed(desk.mend(orderNumber, ifMatch, request.mend(rules), name(caller)));
  }

  /**
   * Proposes to release an order that is held though its payment is right. Somebody else has to
   * approve it; a proposal that waits is replaced. It is released from the reason it is held for
   * and from no other. With nothing else against it, it may be invoiced from the end of its window
   * on, with the amount that the platform told directly.
   *
   * @param orderNumber of any order. Example: {@code E0700K3M9Q}.
   * @return the order, with the proposal
   * @throws ProblemException 409 when the order is not held, or for what nobody can release it
   *     from: {@code order-not-releasable}
   */
  @POST
  @Path("/{orderNumber}/release")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"CLERK", "LEAD"})
  @Audited
  @Operation(operationId = "proposeOrderRelease", summary = "Propose to release an order")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = StaffOrderView.class)))
  public Response release(
      @PathParam("orderNumber") String orderNumber,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid ReleaseRequest request,
      @Context SecurityContext caller) {
    return changed(desk.release(orderNumber, ifMatch, request.reason(), name(caller)));
  }

  /**
   * Decides on what somebody else proposed. Approved, the order is reviewed within seconds.
   *
   * @param orderNumber of any order. Example: {@code E0700K3M9Q}.
   * @return the order, without the proposal
   * @throws ProblemException 403 for whoever proposed it: {@code four-eyes}; and for an account
   *     without the role
   * @throws ProblemException 409 when nothing is proposed: {@code nothing-proposed}; when the order
   *     is held for another reason by now: {@code held-otherwise}
   */
  @POST
  @Path("/{orderNumber}/approval")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("LEAD")
  @Audited
  @Operation(operationId = "decideOrderProposal", summary = "Decide on a proposal")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = StaffOrderView.class)))
  public Response decide(
      @PathParam("orderNumber") String orderNumber,
      @NotNull @Valid ApprovalRequest request,
      @Context SecurityContext caller) {
    return changed(desk.decide(orderNumber, request.approve(), name(caller)));
  }

  /**
   * Has the order reviewed and the statement of its day fetched again.
   *
   * @param orderNumber of any order. Example: {@code E0700K3M9Q}.
   * @return the order as it is now; what the review finds shows within seconds
   */
  @POST
  @Path("/{orderNumber}/resync")
  @RolesAllowed({"CLERK", "LEAD", "ADMIN"})
  @Audited
  @Operation(operationId = "resyncOrder", summary = "Synchronise an order again")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = StaffOrderView.class)))
  public Response resync(@PathParam("orderNumber") String orderNumber) {
    Order order = find(orderNumber);
    resync.request(order);
    return changed(order);
  }

  private Response changed(Order order) {
    return Versions.changed(order.version(), view(order));
  }

  private StaffOrderView view(Order order) {
    return view(
        order, order.holdReason() == null ? null : decisions.proposed(order.id()).orElse(null));
  }

  private StaffOrderView view(Order order, @Nullable Proposal proposal) {
    return StaffOrderView.of(order, proposal, warnings.ofPayer(order.payerName()));
  }

  private static String name(SecurityContext caller) {
    return caller.getUserPrincipal().getName();
  }

  private Order find(String orderNumber) {
    return orders.ofNumber(orderNumber).orElseThrow(StandardProblem.NOT_FOUND::with);
  }

  private static @Nullable OrderStatus status(@Nullable String name) {
    if (name == null) {
      return null;
    }
    try {
      return OrderStatus.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw StandardProblem.VALIDATION.with().violation("status", "violation.value");
    }
  }
}
