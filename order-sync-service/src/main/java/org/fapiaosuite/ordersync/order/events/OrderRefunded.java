package org.fapiaosuite.ordersync.order.events;

import java.time.Instant;
import org.fapiaosuite.ordersync.money.Money;

/**
 * Money of an order went back.
 *
 * @param amount of this refund
 * @param refundedTotal of all refunds up to this one
 * @param remaining what is still paid
 */
public record OrderRefunded(
    String orderNumber,
    String customerId,
    String refundId,
    Money amount,
    Money refundedTotal,
    Money remaining,
    Instant refundedAt)
    implements OrderEvent {

  @Override
  public String eventType() {
    return "order.refunded.v1";
  }

  @Override
  public Instant happenedAt(Instant now) {
    return refundedAt;
  }
}
