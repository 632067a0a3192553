package org.fapiaosuite.notification.intake;

import static org.fapiaosuite.notification.delivery.NewDelivery.toAccount;
import static org.fapiaosuite.notification.delivery.NewDelivery.toAddress;
import static org.fapiaosuite.notification.templates.MailKind.ORDER_CONFIRMATION;
import static org.fapiaosuite.notification.templates.MailKind.ORDER_CONFIRMATION_KNOWN;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.fapiaosuite.messaging.IncomingEvent;
import org.fapiaosuite.messaging.inbox.EventHandler;
import org.fapiaosuite.messaging.inbox.Inbox;
import org.fapiaosuite.notification.delivery.Deliveries;
import org.fapiaosuite.notification.recipient.Recipients;
import org.fapiaosuite.notification.templates.Facts;

/** A paid order is confirmed to its payer. */
@ApplicationScoped
class OrderEvents implements EventHandler {
  private final Inbox inbox;
  private final Deliveries deliveries;
  private final Recipients recipients;

  OrderEvents(Inbox inbox, Deliveries deliveries, Recipients recipients) {
    this.inbox = inbox;
    this.deliveries = deliveries;
    this.recipients = recipients;
  }

  @Incoming("order-events")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> records) {
    inbox.receive(this, records);
  }

  @Override
  public String consumer() {
    return "notification-service.orders";
  }

  @Override
  public void handle(IncomingEvent event) {
    if (event.type().equals("order.paid.v1")) {
      OrderPaid paid = event.dataAs(OrderPaid.class);
      Facts facts = event.dataAs(Facts.class);
      String address = paid.payer().email();
      deliveries.add(
          recipients
              .registeredWith(address)
              .map(account -> toAccount(event.id(), ORDER_CONFIRMATION_KNOWN, account, null, facts))
              .orElseGet(
                  () ->
                      toAddress(
                          event.id(),
                          ORDER_CONFIRMATION,
                          address,
                          null,
                          paid.orderNumber(),
                          facts)));
    }
  }

  record OrderPaid(String orderNumber, Payer payer) {}

  record Payer(String email) {}
}
