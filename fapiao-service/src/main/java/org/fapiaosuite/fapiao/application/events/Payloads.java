package org.fapiaosuite.fapiao.application.events;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.fapiao.application.Application;
import org.fapiaosuite.fapiao.application.ApplicationEvent;
import org.fapiaosuite.fapiao.application.Shipment;
import org.fapiaosuite.fapiao.issuing.Fapiao;
import org.fapiaosuite.fapiao.money.Amount;

/** Which event of ours is which on the wire. */
final class Payloads {

  private Payloads() {}

  /** A type with its version and what is sent. */
  record Payload(String type, Object data) {}

  /** The event as others get it; empty for one that is nobody else's business. */
  static Optional<Payload> of(ApplicationEvent event, Application application, Instant now) {
    UUID id = application.id();
    String account = application.accountId();
    List<String> orders = application.orderNumbers();
    if (event instanceof ApplicationEvent.Submitted) {
      return payload("application-submitted", submitted(application));
    }
    if (event instanceof ApplicationEvent.Accepted) {
      return payload("application-accepted", new ApplicationData.Accepted(id, account, orders));
    }
    if (event instanceof ApplicationEvent.Rejected e) {
      return payload(
          "application-rejected", new ApplicationData.Rejected(id, account, orders, e.reason()));
    }
    if (event instanceof ApplicationEvent.Reduced e) {
      return payload(
          "application-reduced",
          new ApplicationData.Reduced(id, account, orders, Amount.of(e.amount()), e.reason()));
    }
    if (event instanceof ApplicationEvent.Cancelled e) {
      return payload(
          "application-cancelled",
          new ApplicationData.Cancelled(id, account, orders, e.by().name(), e.reason()));
    }
    if (event instanceof ApplicationEvent.DueChanged e) {
      return payload(
          "application-due-changed",
          new ApplicationData.DueChanged(id, account, orders, e.dueAt()));
    }
    if (event instanceof ApplicationEvent.Issued e) {
      return payload(
          "issued",
          new ApplicationData.Issued(
              id,
              account,
              orders,
              Amount.of(application.amount()),
              e.fapiaos().stream().map(Payloads::issued).toList()));
    }
    if (event instanceof ApplicationEvent.MailedOut e) {
      Shipment parcel = e.shipment();
      return payload(
          "mailed-out",
          new ApplicationData.MailedOut(
              id,
              account,
              orders,
              parcel.carrier().name(),
              parcel.waybill(),
              e.trackingUrl(),
              parcel.mailedOutAt()));
    }
    if (event instanceof ApplicationEvent.ReadyForPickup e) {
      return payload(
          "ready-for-pickup",
          new ApplicationData.ReadyForPickup(id, account, orders, e.branch(), e.until()));
    }
    if (event instanceof ApplicationEvent.Delivered e) {
      return payload(
          "delivered", new ApplicationData.Delivered(id, account, orders, e.outcome().name(), now));
    }
    return Optional.empty();
  }

  private static Optional<Payload> payload(String name, Object data) {
    return Optional.of(new Payload("fapiao." + name + ".v1", data));
  }

  private static ApplicationData.Submitted submitted(Application application) {
    return new ApplicationData.Submitted(
        application.id(),
        application.accountId(),
        application.orderNumbers(),
        application.type().name(),
        application.medium().name(),
        application.buyer().name(),
        Amount.of(application.amount()),
        Objects.requireNonNull(application.dueAt()),
        application.provisional());
  }

  private static ApplicationData.IssuedOne issued(Fapiao fapiao) {
    return new ApplicationData.IssuedOne(
        fapiao.id(),
        fapiao.legalNumber().scheme().name(),
        fapiao.legalNumber().code(),
        fapiao.legalNumber().number(),
        fapiao.issuedOn());
  }
}
