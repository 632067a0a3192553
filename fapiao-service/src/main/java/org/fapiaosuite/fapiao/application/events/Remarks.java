package org.fapiaosuite.fapiao.application.events;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.fapiaosuite.fapiao.application.Application;
import org.fapiaosuite.fapiao.application.ApplicationEvent;
import org.fapiaosuite.fapiao.application.DeliveryOutcome;
import org.fapiaosuite.fapiao.issuing.Fapiao;
import org.fapiaosuite.fapiao.progress.ProgressKind;

/** Which event of ours is which line in the customer's history, with the facts it shows. */
final class Remarks {

  private static final Map<Class<? extends ApplicationEvent>, ProgressKind> KINDS =
      Map.of(
          ApplicationEvent.Submitted.class, ProgressKind.SUBMITTED,
          ApplicationEvent.Accepted.class, ProgressKind.ACCEPTED,
          ApplicationEvent.Rejected.class, ProgressKind.REJECTED,
          ApplicationEvent.Reduced.class, ProgressKind.REDUCED,
          ApplicationEvent.Cancelled.class, ProgressKind.CANCELLED,
          ApplicationEvent.DueChanged.class, ProgressKind.DUE_CHANGED,
          ApplicationEvent.DeliveryChanged.class, ProgressKind.DELIVERY_CHANGED,
          ApplicationEvent.Issued.class, ProgressKind.ISSUED,
          ApplicationEvent.MailedOut.class, ProgressKind.MAILED_OUT,
          ApplicationEvent.ReadyForPickup.class, ProgressKind.READY_FOR_PICKUP);

  private Remarks() {}

  static ProgressKind kind(ApplicationEvent event) {
    if (event instanceof ApplicationEvent.Delivered delivered) {
      return kind(delivered.outcome());
    }
    return Objects.requireNonNull(KINDS.get(event.getClass()));
  }

  private static ProgressKind kind(DeliveryOutcome outcome) {
    return switch (outcome) {
      case DELIVERED -> ProgressKind.DELIVERED;
      case RETURNED -> ProgressKind.RETURNED;
      case LOST -> ProgressKind.LOST;
    };
  }

  static Map<String, Object> details(ApplicationEvent event, Application application) {
    Map<String, Object> details = new LinkedHashMap<>();
    if (event instanceof ApplicationEvent.Submitted) {
      details.put("dueAt", Objects.requireNonNull(application.dueAt()).toString());
    } else if (event instanceof ApplicationEvent.Rejected rejected) {
      details.put("reason", rejected.reason());
    } else if (event instanceof ApplicationEvent.Reduced reduced) {
      details.put("amount", reduced.amount().yuan());
      details.put("reason", reduced.reason());
    } else if (event instanceof ApplicationEvent.Cancelled cancelled) {
      details.put("reason", cancelled.reason());
    } else if (event instanceof ApplicationEvent.DueChanged changed) {
      details.put("dueAt", changed.dueAt().toString());
    } else if (event instanceof ApplicationEvent.Issued issued) {
      details.put("fapiaos", issued.fapiaos().stream().map(Remarks::number).toList());
    } else if (event instanceof ApplicationEvent.MailedOut mailed) {
      details.put("carrier", mailed.shipment().carrier().name());
      details.put("waybill", mailed.shipment().waybill());
      details.put("trackingUrl", mailed.trackingUrl());
    } else if (event instanceof ApplicationEvent.ReadyForPickup ready) {
      details.put("branch", ready.branch());
      if (ready.until() != null) {
        details.put("until", ready.until().toString());
      }
    }
    return details;
  }

  private static Map<String, String> number(Fapiao fapiao) {
    Map<String, String> number = new LinkedHashMap<>();
    String code = fapiao.legalNumber().code();
    if (code != null) {
      number.put("code", code);
    }
    number.put("number", fapiao.legalNumber().number());
    return number;
  }
}
