package org.fapiaosuite.account.registration.events;

import java.util.UUID;
import org.fapiaosuite.account.events.AccountEvent;

/**
 * The activation mail is to be sent again; earlier links are no longer valid.
 *
 * @param requestId for the secret of the mail, kind ACTIVATION
 * @param locale zh-CN, en or de
 */
public record ActivationResendRequested(
    UUID requestId, UUID registrationId, String email, String locale, String orderNumber)
    implements AccountEvent {

  @Override
  public String type() {
    return "account.activation-resend-requested.v1";
  }

  @Override
  public String aggregate() {
    return registrationId.toString();
  }
}
