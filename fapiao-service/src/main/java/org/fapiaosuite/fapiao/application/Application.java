package org.fapiaosuite.fapiao.application;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.fapiao.application.events.ApplicationEvent;
import org.fapiaosuite.fapiao.application.events.ApplicationEvent.CancelledBy;
import org.fapiaosuite.fapiao.application.events.IssuedNumber;
import org.fapiaosuite.fapiao.calendar.Promise;
import org.fapiaosuite.fapiao.delivery.Delivery;
import org.fapiaosuite.fapiao.delivery.DeliveryOutcome;
import org.fapiaosuite.fapiao.money.Amount;
import org.fapiaosuite.fapiao.tax.TaxSplit;
import org.fapiaosuite.fapiao.wording.Warning;
import org.jspecify.annotations.Nullable;

/**
 * A customer's request for the Fapiao of one or several bills under one title. Its verbs are the
 * only way on; each answers with what happened, with nothing when it had happened before, and
 * refuses (409) what its state does not allow.
 */
@Entity
@Table(name = "application")
public class Application extends ApplicationFacts {

  protected Application() {}

  public Application(UUID id, String accountId, Draft draft, Instant now) {
    this.id = id;
    this.accountId = accountId;
    this.customerId = draft.customerId();
    this.status = ApplicationStatus.DRAFT;
    this.createdAt = now;
    take(draft);
  }

  /** Replaces everything the customer said. */
  public void edit(Draft draft) {
    Action.EDIT.demand(status);
    customerId = draft.customerId();
    take(draft);
  }

  /** Hands it over; the caller reserves the bills' shares in the same transaction. */
  public Optional<ApplicationEvent> confirm(
      String account, Promise promise, long revision, Instant now) {
    if (!Action.CONFIRM.isDue(status)) {
      return Optional.empty();
    }
    accountId = account;
    submittedAt = now;
    promise(promise, revision);
    return move(
        ApplicationStatus.SUBMITTED,
        new ApplicationEvent.Submitted(
            id,
            accountId,
            orderNumbers(),
            type,
            medium,
            buyer.name(),
            Amount.of(amount()),
            promise.dueAt(),
            provisional));
  }

  /** The customer wants it no more. */
  public Optional<ApplicationEvent> cancel() {
    if (!Action.CANCEL.isDue(status)) {
      return Optional.empty();
    }
    return move(
        ApplicationStatus.CANCELLED,
        new ApplicationEvent.Cancelled(
            id, accountId, orderNumbers(), CancelledBy.CUSTOMER, "CUSTOMER_REQUEST"));
  }

  /** Nothing is left to be invoiced. */
  public Optional<ApplicationEvent> withdraw(String reason) {
    if (!Action.WITHDRAW.isDue(status)) {
      return Optional.empty();
    }
    return move(
        ApplicationStatus.CANCELLED,
        new ApplicationEvent.Cancelled(id, accountId, orderNumbers(), CancelledBy.SYSTEM, reason));
  }

  /** True while a refund can still make it smaller instead of making a correction due. */
  public boolean canShrink() {
    return Action.REDUCE.step(status) == Action.Step.GO;
  }

  /** A refund leaves less to be invoiced, but something. */
  public Optional<ApplicationEvent> reduce(
      List<ApplicationItem> left, TaxSplit total, String reason) {
    Action.REDUCE.demand(status);
    items.clear();
    items.addAll(left);
    net = total.net();
    tax = total.tax();
    return Optional.of(
        new ApplicationEvent.Reduced(id, accountId, orderNumbers(), Amount.of(amount()), reason));
  }

  /** Another recipient or address. */
  public Optional<ApplicationEvent> changeDelivery(Delivery changed, List<Warning> found) {
    Action.CHANGE_DELIVERY.demand(status);
    if (changed.equals(delivery)) {
      return Optional.empty();
    }
    delivery = changed;
    warnings.removeIf(warning -> warning.field().startsWith("delivery."));
    warnings.addAll(found);
    return status == ApplicationStatus.DRAFT
        ? Optional.empty()
        : Optional.of(new ApplicationEvent.DeliveryChanged(id, accountId, orderNumbers()));
  }

  /** A better calendar may move the due moment. */
  public Optional<ApplicationEvent> promiseAgain(Promise promise, long revision) {
    Instant before = dueAt;
    promise(promise, revision);
    return promise.dueAt().equals(before)
        ? Optional.empty()
        : Optional.of(
            new ApplicationEvent.DueChanged(id, accountId, orderNumbers(), promise.dueAt()));
  }

  /** A clerk takes it on. */
  public Optional<ApplicationEvent> accept() {
    return Action.ACCEPT.isDue(status)
        ? move(
            ApplicationStatus.IN_PROCESS,
            new ApplicationEvent.Accepted(id, accountId, orderNumbers()))
        : Optional.empty();
  }

  /** The service centre refuses it. */
  public Optional<ApplicationEvent> reject(String reason) {
    return Action.REJECT.isDue(status)
        ? move(
            ApplicationStatus.REJECTED,
            new ApplicationEvent.Rejected(id, accountId, orderNumbers(), reason))
        : Optional.empty();
  }

  /** True when the issuer may be asked, false when its Fapiao exist. */
  public boolean isIssuable() {
    return Action.ISSUE.isDue(status);
  }

  /** Its Fapiao exist. */
  public Optional<ApplicationEvent> issued(List<IssuedNumber> numbers, List<Warning> found) {
    if (!isIssuable()) {
      return Optional.empty();
    }
    warnings.addAll(found);
    return move(
        ApplicationStatus.ISSUED,
        new ApplicationEvent.Issued(id, accountId, orderNumbers(), Amount.of(amount()), numbers));
  }

  /** A courier has it. */
  public Optional<ApplicationEvent> mailOut(
      Shipment parcel, String trackingUrl, List<Warning> found) {
    if (!Action.MAIL_OUT.isDue(status)) {
      return Optional.empty();
    }
    shipment = parcel;
    warnings.addAll(found);
    return move(
        ApplicationStatus.MAILED_OUT,
        new ApplicationEvent.MailedOut(
            id,
            accountId,
            orderNumbers(),
            parcel.carrier(),
            parcel.waybill(),
            trackingUrl,
            parcel.mailedOutAt()));
  }

  /** It waits at the branch. */
  public Optional<ApplicationEvent> makeReady(String branch, @Nullable LocalDate until) {
    if (!Action.MAKE_READY.isDue(status)) {
      return Optional.empty();
    }
    pickupUntil = until;
    return move(
        ApplicationStatus.READY_FOR_PICKUP,
        new ApplicationEvent.ReadyForPickup(id, accountId, orderNumbers(), branch, until));
  }

  /** Handed over at the branch. */
  public Optional<ApplicationEvent> handOver(Instant now) {
    return Action.HAND_OVER.isDue(status)
        ? move(
            ApplicationStatus.COMPLETED,
            new ApplicationEvent.Delivered(
                id, accountId, orderNumbers(), DeliveryOutcome.DELIVERED, now))
        : Optional.empty();
  }

  /** What became of the parcel. */
  public Optional<ApplicationEvent> recordOutcome(DeliveryOutcome outcome, Instant now) {
    Action action =
        switch (outcome) {
          case DELIVERED -> Action.RECORD_DELIVERED;
          case RETURNED -> Action.RECORD_RETURNED;
          case LOST -> Action.RECORD_LOST;
        };
    ApplicationStatus next =
        switch (outcome) {
          case DELIVERED -> ApplicationStatus.COMPLETED;
          case RETURNED -> ApplicationStatus.RETURNED;
          case LOST -> ApplicationStatus.LOST;
        };
    return action.isDue(status)
        ? move(next, new ApplicationEvent.Delivered(id, accountId, orderNumbers(), outcome, now))
        : Optional.empty();
  }

  private Optional<ApplicationEvent> move(ApplicationStatus next, ApplicationEvent event) {
    status = next;
    return Optional.of(event);
  }

  private void promise(Promise promise, long revision) {
    dueAt = promise.dueAt();
    provisional = promise.provisional();
    calendarRevision = revision;
  }

  private void take(Draft draft) {
    type = draft.type();
    medium = draft.medium();
    purpose = draft.purpose();
    buyer = draft.buyer();
    delivery = draft.delivery();
    items.clear();
    items.addAll(draft.items());
    net = draft.total().net();
    tax = draft.total().tax();
    evidence = draft.evidence();
    warnings = new ArrayList<>(draft.warnings());
  }
}
