package org.fapiaosuite.notification.intake;

import static org.fapiaosuite.notification.delivery.NewDelivery.toAccount;
import static org.fapiaosuite.notification.delivery.NewDelivery.toAddress;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.fapiaosuite.messaging.IncomingEvent;
import org.fapiaosuite.messaging.inbox.EventHandler;
import org.fapiaosuite.messaging.inbox.Inbox;
import org.fapiaosuite.notification.delivery.Deliveries;
import org.fapiaosuite.notification.templates.Facts;
import org.fapiaosuite.notification.templates.MailKind;
import org.jspecify.annotations.Nullable;

/** The way of an application, or of a request, is told to the account that made it. */
@ApplicationScoped
class FapiaoEvents implements EventHandler {
  private final Inbox inbox;
  private final Deliveries deliveries;
  private final ServiceCentreConfig centre;

  FapiaoEvents(Inbox inbox, Deliveries deliveries, ServiceCentreConfig centre) {
    this.inbox = inbox;
    this.deliveries = deliveries;
    this.centre = centre;
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
    if (event.type().equals("fapiao.stock-low.v1")) {
      tellStaff(event, MailKind.STOCK_LOW);
      return;
    }
    if (event.type().equals("fapiao.promise-at-risk.v1")) {
      tellStaff(event, MailKind.PROMISE_AT_RISK);
      return;
    }
    if (event.type().equals("fapiao.deficit-found.v1")) {
      tellStaff(event, MailKind.DEFICIT_FOUND);
      return;
    }
    MailKind kind = kindOf(event);
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

  /** A mail to each of the configured addresses. */
  private void tellStaff(IncomingEvent event, MailKind kind) {
    List<String> addresses = centre.addresses().orElse(List.of());
    for (int i = 0; i < addresses.size(); i++) {
      deliveries.add(
          toAddress(
              event.id() + "#" + i, kind, addresses.get(i), null, null, event.dataAs(Facts.class)));
    }
  }

  private static @Nullable MailKind kindOf(IncomingEvent event) {
    return switch (event.type()) {
      case "fapiao.application-submitted.v1" -> MailKind.APPLICATION_RECEIVED;
      case "fapiao.application-waiting.v1" -> MailKind.WAITING_FOR_STOCK;
      case "fapiao.application-rejected.v1" -> MailKind.REJECTED;
      case "fapiao.application-reduced.v1" -> MailKind.REDUCED;
      case "fapiao.application-cancelled.v1" -> MailKind.CANCELLED;
      case "fapiao.issued.v1" -> MailKind.ISSUED;
      case "fapiao.mailed-out.v1" -> MailKind.MAILED_OUT;
      case "fapiao.ready-for-pickup.v1" -> MailKind.READY_FOR_PICKUP;
      case "fapiao.pickup-reminded.v1" -> MailKind.PICKUP_REMINDER;
      case "fapiao.pickup-lapsed.v1" -> MailKind.PICKUP_LAPSED;
      case "fapiao.support-case-opened.v1" -> MailKind.SUPPORT_CASE_OPENED;
      case "fapiao.support-case-answered.v1" -> MailKind.SUPPORT_CASE_ANSWERED;
      case "fapiao.support-case-resolved.v1" -> MailKind.SUPPORT_CASE_RESOLVED;
      case "fapiao.voided.v1" -> MailKind.VOIDED;
      case "fapiao.red-lettered.v1" -> MailKind.RED_LETTERED;
      case "fapiao.reissued.v1" -> MailKind.REISSUED;
      case "fapiao.delivered.v1" -> ending(event.dataAs(Parcel.class).outcome());
      default -> null;
    };
  }

  private static @Nullable MailKind ending(String outcome) {
    return switch (outcome) {
      case "DELIVERED" -> MailKind.COMPLETED;
      case "RETURNED" -> MailKind.RETURNED_TO_SENDER;
      case "LOST" -> MailKind.LOST;
      default -> null;
    };
  }

  record Application(String applicationId, String accountId) {}

  record Parcel(String outcome) {}
}
