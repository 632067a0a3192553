package org.fapiaosuite.notification.intake;

import static org.fapiaosuite.notification.delivery.NewDelivery.toAccount;
import static org.fapiaosuite.notification.delivery.NewDelivery.toAddress;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.fapiaosuite.messaging.IncomingEvent;
import org.fapiaosuite.messaging.inbox.EventHandler;
import org.fapiaosuite.messaging.inbox.Inbox;
import org.fapiaosuite.notification.delivery.Deliveries;
import org.fapiaosuite.notification.recipient.Recipients;
import org.fapiaosuite.notification.templates.Facts;
import org.fapiaosuite.notification.templates.MailKind;
import org.jspecify.annotations.Nullable;

/** News of accounts: mails about them, and who has which address. */
@ApplicationScoped
class AccountEvents implements EventHandler {
  private final Inbox inbox;
  private final Deliveries deliveries;
  private final Recipients recipients;

  AccountEvents(Inbox inbox, Deliveries deliveries, Recipients recipients) {
    this.inbox = inbox;
    this.deliveries = deliveries;
    this.recipients = recipients;
  }

  @Incoming("account-events")
  @Blocking
  void receive(ConsumerRecord<String, byte[]> record) {
    inbox.receive(this, record);
  }

  @Override
  public String consumer() {
    return "notification-service.accounts";
  }

  @Override
  public void handle(IncomingEvent event) {
    switch (event.type()) {
      case "account.registration-requested.v1" -> registrationRequested(event);
      case "account.activation-resend-requested.v1" -> activation(event);
      case "account.activated.v1" -> activated(event);
      case "account.claim-approval-requested.v1" -> claimApproval(event);
      case "account.claim-granted.v1" -> claimNews(event, MailKind.CLAIM_GRANTED);
      case "account.claim-waiting.v1" -> claimNews(event, MailKind.CLAIM_WAITING);
      case "account.password-reset-requested.v1" -> passwordReset(event);
      case "account.password-changed.v1" ->
          deliveries.add(
              toAccount(
                  event.id(),
                  MailKind.PASSWORD_CHANGED,
                  event.dataAs(Account.class).accountId(),
                  null,
                  event.dataAs(Facts.class)));
      case "account.email-change-requested.v1" -> emailChangeRequested(event);
      case "account.email-changed.v1" -> emailChanged(event);
      case "account.locale-changed.v1" -> localeChanged(event);
      case "account.erased.v1" ->
          recipients.forget(event.dataAs(Account.class).accountId(), event.time());
      default -> {
        // of no concern to any reader of mails
      }
    }
  }

  private void registrationRequested(IncomingEvent event) {
    Registration registration = event.dataAs(Registration.class);
    switch (registration.outcome()) {
      case NEW -> activation(event);
      case ALREADY_REGISTERED -> told(event, registration, MailKind.ALREADY_REGISTERED);
      case ORDER_UNKNOWN -> told(event, registration, MailKind.ORDER_NOT_YET_KNOWN);
    }
  }

  private void told(IncomingEvent event, Registration registration, MailKind kind) {
    deliveries.add(
        toAddress(
            event.id(),
            kind,
            registration.email(),
            registration.locale(),
            null,
            event.dataAs(Facts.class)));
  }

  private void activation(IncomingEvent event) {
    ActivationMail mail = event.dataAs(ActivationMail.class);
    deliveries.add(
        toAddress(
            event.id(),
            MailKind.ACTIVATION,
            mail.email(),
            mail.locale(),
            mail.requestId(),
            event.dataAs(Facts.class)));
  }

  private void activated(IncomingEvent event) {
    Activated activated = event.dataAs(Activated.class);
    recipients.learn(activated.accountId(), activated.email(), activated.locale(), event.time());
    if (activated.orderNumber() != null) {
      recipients.registered(activated.accountId());
    }
  }

  private void claimApproval(IncomingEvent event) {
    ClaimApproval claim = event.dataAs(ClaimApproval.class);
    deliveries.add(
        toAddress(
            event.id(),
            MailKind.CLAIM_APPROVAL,
            claim.payerEmail(),
            null,
            claim.requestId(),
            event.dataAs(Facts.class)));
  }

  /** To whoever claims an order. */
  private void claimNews(IncomingEvent event, MailKind kind) {
    deliveries.add(
        toAccount(
            event.id(),
            kind,
            event.dataAs(Account.class).accountId(),
            null,
            event.dataAs(Facts.class)));
  }

  private void passwordReset(IncomingEvent event) {
    AccountRequest request = event.dataAs(AccountRequest.class);
    deliveries.add(
        toAccount(
            event.id(),
            MailKind.PASSWORD_RESET,
            request.accountId(),
            request.requestId(),
            event.dataAs(Facts.class)));
  }

  /** The new address confirms; the old one learns of it while it can still object. */
  private void emailChangeRequested(IncomingEvent event) {
    EmailChangeRequested change = event.dataAs(EmailChangeRequested.class);
    Facts facts = event.dataAs(Facts.class);
    deliveries.add(
        toAddress(
            event.id(),
            MailKind.EMAIL_CHANGE_CONFIRMATION,
            change.newEmail(),
            recipients.localeOf(change.accountId()),
            change.requestId(),
            facts));
    deliveries.add(
        toAccount(event.id(), MailKind.EMAIL_CHANGE_NOTICE, change.accountId(), null, facts));
  }

  private void emailChanged(IncomingEvent event) {
    EmailChanged changed = event.dataAs(EmailChanged.class);
    deliveries.add(
        toAddress(
            event.id(),
            MailKind.EMAIL_CHANGED,
            changed.oldEmail(),
            recipients.localeOf(changed.accountId()),
            null,
            event.dataAs(Facts.class)));
    recipients.learn(changed.accountId(), changed.newEmail(), null, event.time());
  }

  /** No mail: the next ones are written in it. */
  private void localeChanged(IncomingEvent event) {
    LocaleChanged changed = event.dataAs(LocaleChanged.class);
    recipients.learn(changed.accountId(), changed.email(), changed.locale(), event.time());
  }

  enum Outcome {
    NEW,
    ALREADY_REGISTERED,
    ORDER_UNKNOWN
  }

  record Registration(Outcome outcome, String email, @Nullable String locale) {}

  record ActivationMail(String requestId, String email, @Nullable String locale) {}

  record Activated(
      String accountId, String email, @Nullable String locale, @Nullable String orderNumber) {}

  record LocaleChanged(String accountId, String email, String locale) {}

  record ClaimApproval(String requestId, String payerEmail) {}

  record Account(String accountId) {}

  record AccountRequest(String requestId, String accountId) {}

  record EmailChangeRequested(String requestId, String accountId, String newEmail) {}

  record EmailChanged(String accountId, String oldEmail, String newEmail) {}
}
