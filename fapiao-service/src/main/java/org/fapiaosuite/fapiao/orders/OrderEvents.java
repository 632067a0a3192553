package org.fapiaosuite.fapiao.orders;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.fapiaosuite.messaging.IncomingEvent;
import org.fapiaosuite.messaging.inbox.EventHandler;
import org.fapiaosuite.messaging.inbox.Inbox;

/** Hears of orders from order-sync-service. */
@ApplicationScoped
class OrderEvents implements EventHandler {

  private final Inbox inbox;
  private final BillKeeper keeper;

  OrderEvents(Inbox inbox, BillKeeper keeper) {
    this.inbox = inbox;
    this.keeper = keeper;
  }

  @Incoming("order-events")
  @Blocking
  void receive(ConsumerRecord<String, byte[]> record) {
    inbox.receive(this, record);
  }

  @Override
  public String consumer() {
    return "fapiao-service.orders";
  }

  @Override
  public void handle(IncomingEvent event) {
    switch (event.type()) {
      case "order.paid.v1" -> keeper.paid(event.dataAs(OrderPaid.class).order());
      case "order.invoiceable.v1" -> {
        OrderInvoiceable order = event.dataAs(OrderInvoiceable.class);
        keeper.synchronised(order.orderNumber(), order.invoiceableFrom());
      }
      case "order.refunded.v1" -> {
        OrderRefunded order = event.dataAs(OrderRefunded.class);
        keeper.refunded(order.orderNumber(), order.refundedTotal().money());
      }
      case "order.held.v1" -> {
        OrderHeld order = event.dataAs(OrderHeld.class);
        keeper.held(order.orderNumber(), order.reason());
      }
      default -> {
        // a kind of event that does not concern bills
      }
    }
  }
}
