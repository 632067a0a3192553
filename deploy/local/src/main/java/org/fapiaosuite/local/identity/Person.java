package org.fapiaosuite.local.identity;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has signed in.
 *
 * @param email as typed
 * @param customerId for whom they act, as the payment platform names the customer on an order; null
 *     when they do not say
 */
record Person(String email, @Nullable String customerId) {

  private static final int LONGEST = 254;

  /**
   * Whoever says who they are is believed: any password will do, as long as there is one.
   *
   * @throws OAuthError when one of them is missing
   */
  static Person of(Form form) {
    String email = form.text("username").strip();
    if (!email.matches("[^@\\s]+@[^@\\s]+") || email.length() > LONGEST) {
      throw new OAuthError("invalid_grant", "username must be an e-mail address");
    }
    if (form.text("password").isEmpty()) {
      throw new OAuthError("invalid_grant", "password is missing");
    }
    String customer = form.text("customer_id").strip();
    return new Person(email, customer.isEmpty() ? null : customer);
  }

  /** The same for the same mailbox, whatever else changes. */
  String subject() {
    String mailbox = email.toLowerCase(Locale.ROOT);
    return UUID.nameUUIDFromBytes(mailbox.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
