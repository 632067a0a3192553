package org.fapiaosuite.fapiao.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fapiaosuite.fapiao.issuing.Fapiao;
import org.fapiaosuite.kernel.Money;
import org.jspecify.annotations.Nullable;

/** Something that happened to an application. */
public sealed interface ApplicationEvent {

  /** Handed over to the service centre. */
  record Submitted() implements ApplicationEvent {}

  /** A clerk works on it. */
  record Accepted() implements ApplicationEvent {}

  /** The service centre refused it. */
  record Rejected(String reason) implements ApplicationEvent {}

  /** A refund made it smaller; the amount is what is left. */
  record Reduced(Money amount, String reason) implements ApplicationEvent {}

  /** It will not be issued. */
  record Cancelled(CancelledBy by, String reason) implements ApplicationEvent {}

  /** The calendar became known or was corrected. */
  record DueChanged(Instant dueAt) implements ApplicationEvent {}

  /** The customer named another recipient or address. */
  record DeliveryChanged() implements ApplicationEvent {}

  /** Its Fapiao exist. */
  record Issued(List<Fapiao> fapiaos) implements ApplicationEvent {}

  /** A courier has it. */
  record MailedOut(Shipment shipment, String trackingUrl) implements ApplicationEvent {}

  /** It waits at the branch. */
  record ReadyForPickup(String branch, @Nullable LocalDate until) implements ApplicationEvent {}

  /** It reached its buyer, or did not. */
  record Delivered(DeliveryOutcome outcome) implements ApplicationEvent {}

  /** Who cancelled. */
  enum CancelledBy {
    CUSTOMER,
    SYSTEM
  }
}
