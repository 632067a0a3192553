package org.fapiaosuite.account.registration.events;

import java.util.UUID;
import org.fapiaosuite.account.events.AccountEvent;

/**
 * Somebody registered and is to hear of it by mail.
 *
 * @param requestId for the secret of the activation mail (outcome NEW), kind ACTIVATION
 * @param locale zh-CN, en or de
 */
public record RegistrationRequested(
    UUID requestId,
    UUID registrationId,
    Outcome outcome,
    String email,
    String locale,
    String orderNumber)
    implements AccountEvent {

  /** What the mail says. */
  public enum Outcome {
    /** The order is known: here is the activation link. */
    NEW,
    /** The address has an account already. */
    ALREADY_REGISTERED,
    /** No payment is known for the order number; if one arrives, the activation mail follows. */
    ORDER_UNKNOWN
  }

  @Override
  public String type() {
    return "account.registration-requested.v1";
  }

  @Override
  public String aggregate() {
    return registrationId.toString();
  }
}
