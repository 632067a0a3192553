package org.fapiaosuite.notification.staffview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import org.fapiaosuite.audit.AuditTrail;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.notification.delivery.Deliveries;
import org.fapiaosuite.notification.delivery.NewDelivery;
import org.fapiaosuite.notification.problem.Problem;
import org.fapiaosuite.notification.secret.FreshRequests;
import org.fapiaosuite.notification.templates.SecretKind;
import org.fapiaosuite.rest.identity.Ids;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/**
 * Sends a mail once more. A secret that was made for one request is never made again for staff:
 * there the owner is asked for a new request, whose mail follows by itself.
 */
@ApplicationScoped
class ResendDesk {
  /** What the trail calls it. */
  private static final String RESEND = "resendNotification";

  private final Notifications notifications;
  private final Deliveries deliveries;
  private final FreshRequests requests;
  private final AuditTrail trail;
  private final Ids ids;

  ResendDesk(
      Notifications notifications,
      Deliveries deliveries,
      FreshRequests requests,
      AuditTrail trail,
      Ids ids) {
    this.notifications = notifications;
    this.deliveries = deliveries;
    this.requests = requests;
    this.trail = trail;
    this.ids = ids;
  }

  /**
   * Repeats a mail.
   *
   * @param key the caller's Idempotency-Key, null without one
   * @param by account of the member of staff
   * @return the new mail; the one given where that is still to be sent; nothing of its own where
   *     the owner of the secret makes a new request
   */
  Resend resend(NotificationView mail, @Nullable String key, String by) throws SQLException {
    if (!mail.state().isFinal()) {
      trail.writeFirst(RESEND, List.of(mail.id().toString()));
      return new Resend(Resend.Outcome.STILL_WAITING, mail);
    }
    String address = mail.recipient();
    if (address == null) {
      throw Problem.NOTHING_TO_RESEND.with();
    }
    EmailAddress recipient =
        EmailAddress.parseForDelivery(address)
            .orElseThrow(() -> Problem.UNDELIVERABLE_ADDRESS.with());
    if (notifications.isSuppressed(recipient)) {
      throw Problem.SUPPRESSED_ADDRESS.with();
    }
    if (mail.kind().secret().map(ResendDesk::isOfOneRequest).orElse(false)) {
      return ask(mail, recipient);
    }
    String eventId = "resend:" + mail.id() + ":" + (key == null ? ids.next().toString() : key);
    queue(mail, eventId, by);
    return new Resend(Resend.Outcome.QUEUED, notifications.findByEvent(eventId).orElseThrow());
  }

  private Resend ask(NotificationView mail, EmailAddress recipient) {
    trail.writeFirst(RESEND, List.of(mail.id().toString()));
    switch (requests.ask(mail.kind(), recipient)) {
      case MADE -> {
        return new Resend(Resend.Outcome.REQUESTED, null);
      }
      case ONLY_THE_READER_CAN -> throw Problem.ONLY_THE_READER_CAN_ASK.with();
      case OWNER_AWAY -> throw StandardProblem.UNAVAILABLE.with();
    }
    throw new IllegalStateException("unreachable");
  }

  @Transactional
  void queue(NotificationView mail, String eventId, String by) throws SQLException {
    Notifications.Content content = notifications.content(mail.id()).orElseThrow();
    trail.write(RESEND, List.of(mail.id().toString()), null);
    deliveries.addAgain(
        new NewDelivery(
            eventId,
            mail.kind(),
            content.address() == null ? mail.accountId() : null,
            content.address(),
            content.locale(),
            content.subjectId(),
            content.facts()),
        mail.id(),
        by);
  }

  /** These belong to a thing, not to a request: the same one is due however often it is mailed. */
  private static boolean isOfOneRequest(SecretKind kind) {
    return switch (kind) {
      case CLAIM_CODE, PICKUP_CODE -> false;
      case ACTIVATION, CLAIM_APPROVAL, TEMPORARY_PASSWORD, EMAIL_CHANGE -> true;
    };
  }

  /**
   * What became of the wish to repeat a mail.
   *
   * @param notification the mail that will be sent, null when its owner makes a new one
   */
  record Resend(Outcome outcome, @Nullable NotificationView notification) {
    /** How it goes on. */
    enum Outcome {
      /** A new mail is queued. */
      QUEUED,
      /** The mail itself has not been sent yet. */
      STILL_WAITING,
      /** The owner of its secret was asked for a new request; its mail follows. */
      REQUESTED
    }
  }
}
