package org.fapiaosuite.account.emailchange.events;

import java.util.UUID;
import org.fapiaosuite.account.events.AccountEvent;

/** Mails of the account go to another address from now on. */
public record EmailChanged(UUID accountId, String oldEmail, String newEmail)
    implements AccountEvent {

  @Override
  public String type() {
    return "account.email-changed.v1";
  }

  @Override
  public String aggregate() {
    return accountId.toString();
  }
}
