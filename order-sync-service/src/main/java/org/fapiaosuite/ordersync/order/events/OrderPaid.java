package org.fapiaosuite.ordersync.order.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.fapiaosuite.ordersync.fact.Fact;
import org.fapiaosuite.ordersync.fact.OrderDetails;
import org.fapiaosuite.ordersync.money.Amount;

/**
 * An order was paid.
 *
 * @param customerId {@code <platform>:<customerId>}
 * @param invoiceableFrom when it may be invoiced at the earliest
 */
public record OrderPaid(
    String orderNumber,
    String platform,
    String customerId,
    Payer payer,
    String product,
    int quantity,
    Amount amount,
    Instant paidAt,
    Instant invoiceableFrom)
    implements OrderEvent {

  /** Who paid: the only personal data in any event of this service. */
  public record Payer(String name, String email) {}

  public static OrderPaid of(
      String platform,
      String orderNumber,
      OrderDetails details,
      Amount amount,
      Instant paidAt,
      Instant invoiceableFrom) {
    return new OrderPaid(
        orderNumber,
        platform,
        Fact.orderId(platform, requireNonNull(details.customerId())),
        new Payer(requireNonNull(details.payerName()), requireNonNull(details.payerEmail())),
        requireNonNull(details.product()),
        requireNonNull(details.quantity()),
        amount,
        paidAt,
        invoiceableFrom);
  }

  @Override
  public String eventType() {
    return "order.paid.v1";
  }

  @Override
  public Instant happenedAt(Instant now) {
    return paidAt;
  }
}
