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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
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

  StaffOrderResource(Orders orders, Resync resync) {
    this.orders = orders;
    this.resync = resync;
  }

  @GET
  @RolesAllowed({"CLERK", "LEAD", "ADMIN", "AUDITOR"})
  @Operation(operationId = "listSyncedOrders", summary = "Orders of one status or all")
  public Page<StaffOrderView> list(
      @QueryParam("status") @Nullable String status, @Valid @BeanParam PageRequest page) {
    return Page.of(
        page,
        orders.page(status(status), page.from(Cursor.NEWEST), page.limit()),
        order -> new Cursor(order.firstSeenAt(), order.id()),
        StaffOrderView::of);
  }

  @GET
  @Path("/{orderNumber}")
  @RolesAllowed({"CLERK", "LEAD", "ADMIN", "AUDITOR"})
  @Operation(operationId = "getSyncedOrder", summary = "One order")
  public StaffOrderView get(@PathParam("orderNumber") String orderNumber) {
    return StaffOrderView.of(find(orderNumber));
  }

  @POST
  @Path("/{orderNumber}/resync")
  @RolesAllowed({"CLERK", "LEAD", "ADMIN"})
  @Operation(
      operationId = "resyncOrder",
      summary = "Has the order reviewed and the statement of its day fetched again")
  public StaffOrderView resync(@PathParam("orderNumber") String orderNumber) {
    Order order = find(orderNumber);
    resync.request(order);
    return StaffOrderView.of(order);
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
