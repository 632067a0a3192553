package org.fapiaosuite.account.order;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.kernel.OrderNumber;
import org.fapiaosuite.messaging.IncomingEvent;
import org.fapiaosuite.messaging.UnreadableEventException;
import org.fapiaosuite.messaging.inbox.EventHandler;
import org.fapiaosuite.messaging.inbox.Inbox;
import org.jspecify.annotations.Nullable;

/** Hears of paid orders. Other order events are none of an account's business. */
@ApplicationScoped
class OrderEvents implements EventHandler {

  private static final String PAID = "order.paid.v1";

  private final Inbox inbox;
  private final PaidOrders orders;
  private final Event<OrderArrived> arrived;

  OrderEvents(Inbox inbox, PaidOrders orders, Event<OrderArrived> arrived) {
    this.inbox = inbox;
    this.orders = orders;
    this.arrived = arrived;
  }

  /** What of order.paid matters here. */
  record OrderPaid(String orderNumber, String customerId, @Nullable Payer payer, Instant paidAt) {

    /** Who paid; the platform may not know. */
    record Payer(@Nullable String name, @Nullable String email) {}

    @Nullable String payerName() {
      return payer == null ? null : payer.name();
    }

    /** Null also when what the platform calls an address is none. */
    @Nullable EmailAddress payerEmail() {
      return payer == null || payer.email() == null
          ? null
          : EmailAddress.parse(payer.email()).orElse(null);
    }
  }

  @Incoming("order-events")
  @Blocking
  public void receive(ConsumerRecords<String, byte[]> messages) {
    inbox.receive(this, messages);
  }

  @Override
  public String consumer() {
    return "account-service.orders";
  }

  @Override
  public void handle(IncomingEvent event) {
    if (event.type().equals(PAID)) {
      paid(event.dataAs(OrderPaid.class));
    }
  }

  @SuppressWarnings("ConstantValue") // what JSON leaves out is null, whatever the record says
  private void paid(OrderPaid paid) {
    if (paid.orderNumber() == null || paid.customerId() == null || paid.paidAt() == null) {
      throw new UnreadableEventException("order number, customer or time is missing", null);
    }
    PaidOrder order =
        new PaidOrder(
            OrderNumber.parse(paid.orderNumber()).map(OrderNumber::text).orElse(paid.orderNumber()),
            paid.customerId(),
            paid.payerName(),
            paid.payerEmail(),
            paid.paidAt());
    if (orders.addIfNew(order)) {
      arrived.fire(new OrderArrived(order));
    }
  }
}
