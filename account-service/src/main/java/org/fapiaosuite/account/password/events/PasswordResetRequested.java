package org.fapiaosuite.account.password.events;

import java.util.UUID;
import org.fapiaosuite.account.events.AccountEvent;

/**
 * A temporary password is to be mailed to the account's owner.
 *
 * @param requestId for the secret of the mail, kind TEMPORARY_PASSWORD
 */
public record PasswordResetRequested(UUID requestId, UUID accountId) implements AccountEvent {

  @Override
  public String type() {
    return "account.password-reset-requested.v1";
  }

  @Override
  public String aggregate() {
    return accountId.toString();
  }
}
