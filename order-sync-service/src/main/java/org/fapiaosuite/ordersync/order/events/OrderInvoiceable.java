package org.fapiaosuite.ordersync.order.events;

import java.time.Instant;

/** An order may be invoiced now; lifts an earlier hold. */
public record OrderInvoiceable(String orderNumber, String customerId, Instant invoiceableFrom)
    implements OrderEvent {

  @Override
  public String eventType() {
    return "order.invoiceable.v1";
  }

  @Override
  public Instant happenedAt(Instant now) {
    return now;
  }
}
