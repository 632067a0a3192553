package org.fapiaosuite.account.emailchange.events;

import java.util.UUID;
import org.fapiaosuite.account.events.AccountEvent;

/**
 * A new address is to be confirmed from its own mailbox.
 *
 * @param requestId for the secret of the mail, kind EMAIL_CHANGE
 */
public record EmailChangeRequested(UUID requestId, UUID accountId, String newEmail)
    implements AccountEvent {

  @Override
  public String type() {
    return "account.email-change-requested.v1";
  }

  @Override
  public String aggregate() {
    return accountId.toString();
  }
}
