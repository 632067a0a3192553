package org.fapiaosuite.notification.templates;

import static org.fapiaosuite.notification.templates.Purpose.ACCOUNT;
import static org.fapiaosuite.notification.templates.Purpose.ON_DEMAND;
import static org.fapiaosuite.notification.templates.Purpose.ORDER_OR_FAPIAO;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a mail is about. */
public enum MailKind {
  // A new kind is one line here and one template per language under templates/mail/<kind>/.

  /** To the payer: the order number and the link to register with. */
  ORDER_CONFIRMATION(ORDER_OR_FAPIAO, SecretKind.CLAIM_CODE),
  /** The same to a payer who has an account, where the order already is. */
  ORDER_CONFIRMATION_KNOWN(ORDER_OR_FAPIAO, null),
  /** The link that activates an account. */
  ACTIVATION(ON_DEMAND, SecretKind.ACTIVATION),
  /** The address that was registered again has an account. */
  ALREADY_REGISTERED(ON_DEMAND, null),
  /** The order of a registration is not known after two minutes. */
  ORDER_NOT_YET_KNOWN(ON_DEMAND, null),
  /** To the payer: somebody claims the order. */
  CLAIM_APPROVAL(ON_DEMAND, SecretKind.CLAIM_APPROVAL),
  /** To whoever claims an order: it is granted, by the payer or by staff. */
  CLAIM_GRANTED(ORDER_OR_FAPIAO, null),
  /** To whoever claims an order: what it has waited for these days, and what they can do. */
  CLAIM_WAITING(ORDER_OR_FAPIAO, null),
  /** A temporary password. */
  PASSWORD_RESET(ON_DEMAND, SecretKind.TEMPORARY_PASSWORD),
  /** The password was changed. */
  PASSWORD_CHANGED(ACCOUNT, null),
  /** To the new address: the link that confirms it. */
  EMAIL_CHANGE_CONFIRMATION(ON_DEMAND, SecretKind.EMAIL_CHANGE),
  /** To the old address: another one was asked for. */
  EMAIL_CHANGE_NOTICE(ACCOUNT, null),
  /** The address was changed. */
  EMAIL_CHANGED(ACCOUNT, null),
  /** The application was handed over, and is due by a moment. */
  APPLICATION_RECEIVED(ORDER_OR_FAPIAO, null),
  /** The application waits for Fapiao to come in. */
  WAITING_FOR_STOCK(ORDER_OR_FAPIAO, null),
  /** The Fapiao was issued. */
  ISSUED(ORDER_OR_FAPIAO, null),
  /** The Fapiao is in the post. */
  MAILED_OUT(ORDER_OR_FAPIAO, null),
  /** The Fapiao lies at the branch, with the pick-up code. */
  READY_FOR_PICKUP(ORDER_OR_FAPIAO, SecretKind.PICKUP_CODE),
  /** The application was rejected, and why. */
  REJECTED(ORDER_OR_FAPIAO, null),
  /** The amount of the application was reduced after a refund. */
  REDUCED(ORDER_OR_FAPIAO, null),
  /** The application was cancelled. */
  CANCELLED(ORDER_OR_FAPIAO, null),
  /** The courier brought the parcel back, and what happens next. */
  RETURNED_TO_SENDER(ORDER_OR_FAPIAO, null),
  /** The courier lost the parcel, and what happens next. */
  LOST(ORDER_OR_FAPIAO, null),
  /** The Fapiao reached its buyer. */
  COMPLETED(ORDER_OR_FAPIAO, null),
  /** The last day to pick the Fapiao up is near, with the pick-up code. */
  PICKUP_REMINDER(ORDER_OR_FAPIAO, SecretKind.PICKUP_CODE),
  /** Nobody picked the Fapiao up in time, and what can be done. */
  PICKUP_LAPSED(ORDER_OR_FAPIAO, null),
  /** The service centre has a request, what is to be sent back for it, and by when it answers. */
  SUPPORT_CASE_OPENED(ORDER_OR_FAPIAO, null),
  /** The service centre has answered a request, or approved what it asks for. */
  SUPPORT_CASE_ANSWERED(ORDER_OR_FAPIAO, null),
  /** A request is settled or refused. */
  SUPPORT_CASE_RESOLVED(ORDER_OR_FAPIAO, null),
  /** The Fapiao was declared void. */
  VOIDED(ORDER_OR_FAPIAO, null),
  /** A red-letter Fapiao takes back some or all of the Fapiao. */
  RED_LETTERED(ORDER_OR_FAPIAO, null),
  /** A new Fapiao will be issued in place of one that is void or taken back. */
  REISSUED(ORDER_OR_FAPIAO, null),
  /** To staff: little is left to issue with. */
  STOCK_LOW(ORDER_OR_FAPIAO, null),
  /** To staff: applications are due soon and not issued. */
  PROMISE_AT_RISK(ORDER_OR_FAPIAO, null),
  /** To staff: refunded after the issue, a correction is needed. */
  DEFICIT_FOUND(ORDER_OR_FAPIAO, null);

  private final Purpose purpose;
  private final @Nullable SecretKind secret;

  MailKind(Purpose purpose, @Nullable SecretKind secret) {
    this.purpose = purpose;
    this.secret = secret;
  }

  /** What the mail is for; decides how soon it goes, how long it is tried, and if it is limited. */
  public Purpose purpose() {
    return purpose;
  }

  /** Whether somebody waits for it in front of a screen, so that it goes before the others. */
  public boolean isUrgent() {
    return purpose == Purpose.ON_DEMAND;
  }

  /** The secret it carries, asked for right before the send. */
  public Optional<SecretKind> secret() {
    return Optional.ofNullable(secret);
  }

  /** The template of this kind in a language. */
  String template(Language language) {
    return "mail/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + "/" + language.tag();
  }
}
