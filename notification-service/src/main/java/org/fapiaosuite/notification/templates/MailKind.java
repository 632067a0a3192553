package org.fapiaosuite.notification.templates;

import static org.fapiaosuite.notification.templates.Purpose.ACCOUNT;
import static org.fapiaosuite.notification.templates.Purpose.ON_DEMAND;
import static org.fapiaosuite.notification.templates.Purpose.ORDER_OR_FAPIAO;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every mail there is. A new kind is one line here and one template per language under {@code
 * templates/mail/<kind>/}.
 */
public enum MailKind {
  ORDER_CONFIRMATION(ORDER_OR_FAPIAO, SecretKind.CLAIM_CODE),
  ACTIVATION(ON_DEMAND, SecretKind.ACTIVATION),
  ALREADY_REGISTERED(ON_DEMAND, null),
  ORDER_NOT_YET_KNOWN(ON_DEMAND, null),
  CLAIM_APPROVAL(ON_DEMAND, SecretKind.CLAIM_APPROVAL),
  PASSWORD_RESET(ON_DEMAND, SecretKind.TEMPORARY_PASSWORD),
  PASSWORD_CHANGED(ACCOUNT, null),
  EMAIL_CHANGE_CONFIRMATION(ON_DEMAND, SecretKind.EMAIL_CHANGE),
  EMAIL_CHANGE_NOTICE(ACCOUNT, null),
  EMAIL_CHANGED(ACCOUNT, null),
  APPLICATION_RECEIVED(ORDER_OR_FAPIAO, null),
  WAITING_FOR_STOCK(ORDER_OR_FAPIAO, null),
  ISSUED(ORDER_OR_FAPIAO, null),
  MAILED_OUT(ORDER_OR_FAPIAO, null),
  READY_FOR_PICKUP(ORDER_OR_FAPIAO, SecretKind.PICKUP_CODE),
  REJECTED(ORDER_OR_FAPIAO, null),
  REDUCED(ORDER_OR_FAPIAO, null),
  CANCELLED(ORDER_OR_FAPIAO, null);

  private final Purpose purpose;
  private final @Nullable SecretKind secret;

  MailKind(Purpose purpose, @Nullable SecretKind secret) {
    this.purpose = purpose;
    this.secret = secret;
  }

  /** What the mail is for; decides how long it is worth sending and whether it is limited. */
  public Purpose purpose() {
    return purpose;
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
