package org.fapiaosuite.ordersync.invoice;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.ordersync.order.Order;
import org.fapiaosuite.ordersync.order.Orders;
import org.fapiaosuite.ordersync.order.rest.CustomerIds;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What the caller's customers have ordered and paid. */
@Path("/api/v1/orders/{orderNumber}/invoice")
@RolesAllowed("CUSTOMER")
@Tag(name = "Bills & payments")
public class InvoiceResource {
  private final Orders orders;
  private final CustomerIds customer;
  private final Invoices invoices;

  InvoiceResource(Orders orders, CustomerIds customer, Invoices invoices) {
    this.orders = orders;
    this.customer = customer;
    this.invoices = invoices;
  }

  /**
   * Renders the order's invoice as a PDF to file; it is no Fapiao.
   *
   * @param orderNumber of an order of the caller. Example: {@code E0700K3M9Q}.
   * @return the document
   */
  @GET
  @Produces("application/pdf")
  @Operation(operationId = "getOrderInvoice", summary = "Get an order's invoice")
  public RestResponse<byte[]> get(@PathParam("orderNumber") String orderNumber) {
    Order order =
        orders
            .ofCustomers(customer.all(), orderNumber)
            .orElseThrow(StandardProblem.NOT_FOUND::with);
    // Order numbers have letters, digits, dot, hyphen and underscore only: safe in a header.
    return ResponseBuilder.ok(invoices.of(order))
        .header("Content-Disposition", "inline; filename=\"" + order.orderNumber() + ".pdf\"")
        .build();
  }
}
