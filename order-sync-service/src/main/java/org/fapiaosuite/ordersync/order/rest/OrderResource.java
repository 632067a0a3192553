package org.fapiaosuite.ordersync.order.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.ordersync.order.Orders;
import org.fapiaosuite.ordersync.paging.Cursor;
import org.fapiaosuite.ordersync.paging.Page;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** "Bills &amp; payments": what a customer has ordered and paid. */
@Path("/api/v1/orders")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("CUSTOMER")
@Tag(name = "Bills & payments")
public class OrderResource {
  private final Orders orders;
  private final CustomerIds customer;
  private final Clock clock;

  OrderResource(Orders orders, CustomerIds customer, Clock clock) {
    this.orders = orders;
    this.customer = customer;
    this.clock = clock;
  }

  @GET
  @Operation(operationId = "listOrders", summary = "The customer's orders, newest payment first")
  public Page<OrderView> list(
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    Instant now = clock.instant();
    return Page.of(
        orders.ofCustomers(customer.all(), Cursor.parse(cursor), limit),
        limit,
        order -> new Cursor(Objects.requireNonNull(order.paidAt()), order.orderNumber()),
        order -> OrderView.listed(order, now));
  }

  @GET
  @Path("/{orderNumber}")
  @Operation(operationId = "getOrder", summary = "One of the customer's orders")
  public OrderView get(@PathParam("orderNumber") String orderNumber) {
    return orders
        .ofCustomers(customer.all(), orderNumber)
        .map(order -> OrderView.whole(order, clock.instant()))
        .orElseThrow(StandardProblem.NOT_FOUND::with);
  }
}
