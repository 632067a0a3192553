package org.fapiaosuite.notification.intake;

import static org.fapiaosuite.notification.delivery.NewDelivery.toAccount;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.fapiaosuite.messaging.IncomingEvent;
import org.fapiaosuite.messaging.inbox.EventHandler;
import org.fapiaosuite.messaging.inbox.Inbox;
import org.fapiaosuite.notification.delivery.Deliveries;
import org.fapiaosuite.notification.templates.Facts;
import org.fapiaosuite.notification.templates.MailKind;
import org.jspecify.annotations.Nullable;

/** The way of an application is told to the account that confirmed it. */
@ApplicationScoped
class FapiaoEvents implements EventHandler {
  private final Inbox inbox;
  private final Deliveries deliveries;

  FapiaoEvents(Inbox inbox, Deliveries deliveries) {
    this.inbox = inbox;
    this.deliveries = deliveries;
  }

  @Incoming("fapiao-events")
  @Blocking
  void receive(ConsumerRecord<String, byte[]> record) {
    inbox.receive(this, record);
  }

  @Override
  public String consumer() {
    return "notification-service.fapiaos";
  }

  @Override
  public void handle(IncomingEvent event) {
    MailKind kind = kindOf(event.type());
    if (kind == null) {
      return;
    }
    Application application = event.dataAs(Application.class);
    deliveries.add(
        toAccount(
            event.id(),
            kind,
            application.accountId(),
            kind.secret().isPresent() ? application.applicationId() : null,
            event.dataAs(Facts.class)));
  }

  private static @Nullable MailKind kindOf(String type) {
    return switch (type) {
      case "fapiao.application-submitted.v1" -> MailKind.APPLICATION_RECEIVED;
      case "fapiao.application-waiting.v1" -> MailKind.WAITING_FOR_STOCK;
      case "fapiao.application-rejected.v1" -> MailKind.REJECTED;
      case "fapiao.application-reduced.v1" -> MailKind.REDUCED;
      case "fapiao.application-cancelled.v1" -> MailKind.CANCELLED;
      case "fapiao.issued.v1" -> MailKind.ISSUED;
      case "fapiao.mailed-out.v1" -> MailKind.MAILED_OUT;
      case "fapiao.ready-for-pickup.v1" -> MailKind.READY_FOR_PICKUP;
      default -> null;
    };
  }

  record Application(String applicationId, String accountId) {}
}
