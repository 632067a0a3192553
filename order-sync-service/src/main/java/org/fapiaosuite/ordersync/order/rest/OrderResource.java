package org.fapiaosuite.ordersync.order.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.ordersync.font.OrderWarnings;
import org.fapiaosuite.ordersync.order.Orders;
import org.fapiaosuite.rest.paging.Cursor;
import org.fapiaosuite.rest.paging.Page;
import org.fapiaosuite.rest.paging.PageRequest;
import org.fapiaosuite.rest.problem.StandardProblem;

/** What the caller's customers have ordered and paid. */
@Path("/api/v1/orders")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("CUSTOMER")
@Tag(name = "Bills & payments")
public class OrderResource {
  private final Orders orders;
  private final CustomerIds customer;
  private final OrderWarnings warnings;
  private final Clock clock;

  OrderResource(Orders orders, CustomerIds customer, OrderWarnings warnings, Clock clock) {
    this.orders = orders;
    this.customer = customer;
    this.warnings = warnings;
    this.clock = clock;
  }

  /**
   * Lists the caller's orders, newest payment first, without their refunds.
   *
   * @return one page
   */
  @GET
  @Operation(operationId = "listOrders", summary = "List the orders")
  public Page<OrderView> list(@Valid @BeanParam PageRequest page) {
    Instant now = clock.instant();
    return Page.of(
        page,
        orders.ofCustomers(customer.all(), page.from(Cursor.NEWEST), page.limit()),
        order -> new Cursor(Objects.requireNonNull(order.paidAt()), order.orderNumber()),
        order -> OrderView.listed(order, now, warnings.ofPayer(order.payerName())));
  }

  /**
   * Shows one order of the caller with its refunds.
   *
   * @param orderNumber of an order of the caller. Example: {@code E0700K3M9Q}.
   * @return the order
   */
  @GET
  @Path("/{orderNumber}")
  @Operation(operationId = "getOrder", summary = "Get an order")
  public OrderView get(@PathParam("orderNumber") String orderNumber) {
    return orders
        .ofCustomers(customer.all(), orderNumber)
        .map(order -> OrderView.whole(order, clock.instant(), warnings.ofPayer(order.payerName())))
        .orElseThrow(StandardProblem.NOT_FOUND::with);
  }
}
