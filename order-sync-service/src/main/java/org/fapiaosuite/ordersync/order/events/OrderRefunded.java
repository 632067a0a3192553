package org.fapiaosuite.ordersync.order.events;

import java.time.Instant;
import org.fapiaosuite.ordersync.money.Amount;

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
    Amount amount,
    Amount refundedTotal,
    Amount remaining,
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
