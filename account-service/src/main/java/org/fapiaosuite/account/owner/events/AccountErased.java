package org.fapiaosuite.account.owner.events;

import java.util.UUID;
import org.fapiaosuite.account.events.AccountEvent;

/** The account is gone; what is known of its owner is to be forgotten where no law keeps it. */
public record AccountErased(UUID accountId) implements AccountEvent {

  @Override
  public String type() {
    return "account.erased.v1";
  }

  @Override
  public String aggregate() {
    return accountId.toString();
  }
}
