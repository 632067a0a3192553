package org.fapiaosuite.ordersync.order.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.audit.AuditTrail;
import org.fapiaosuite.audit.Audited;
import org.fapiaosuite.ordersync.font.OrderWarnings;
import org.fapiaosuite.ordersync.order.Order;
import org.fapiaosuite.ordersync.order.OrderStatus;
import org.fapiaosuite.ordersync.order.Orders;
import org.fapiaosuite.ordersync.order.Resync;
import org.fapiaosuite.rest.paging.Cursor;
import org.fapiaosuite.rest.paging.Page;
import org.fapiaosuite.rest.paging.PageRequest;
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

  StaffOrderResource(Orders orders, Resync resync, AuditTrail trail, OrderWarnings warnings) {
    this.orders = orders;
    this.resync = resync;
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
    return trail.shown(
        Page.of(
            page,
            orders.page(status(status), page.from(Cursor.NEWEST), page.limit()),
            order -> new Cursor(order.firstSeenAt(), order.id()),
            this::view),
        StaffOrderView::orderNumber);
  }

  /**
   * Shows one order and how far it is in step with the platform.
   *
   * @param orderNumber of any order. Example: {@code E0700K3M9Q}.
   * @return the order
   */
  @GET
  @Path("/{orderNumber}")
  @RolesAllowed({"CLERK", "LEAD", "ADMIN", "AUDITOR"})
  @Audited
  @Operation(operationId = "getSyncedOrder", summary = "Get an order for staff")
  public StaffOrderView get(@PathParam("orderNumber") String orderNumber) {
    return view(find(orderNumber));
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
  public StaffOrderView resync(@PathParam("orderNumber") String orderNumber) {
    Order order = find(orderNumber);
    resync.request(order);
    return view(order);
  }

  private StaffOrderView view(Order order) {
    return StaffOrderView.of(order, warnings.ofPayer(order.payerName()));
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
