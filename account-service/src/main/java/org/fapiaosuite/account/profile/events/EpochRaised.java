package org.fapiaosuite.account.profile.events;

import java.util.UUID;
import org.fapiaosuite.account.events.AccountEvent;
import org.fapiaosuite.account.profile.Account;

/** Access tokens of an older epoch are stale before they expire. */
public record EpochRaised(UUID accountId, long epoch) implements AccountEvent {

  public static EpochRaised of(Account account) {
    return new EpochRaised(account.id(), account.epoch());
  }

  @Override
  public String type() {
    return "account.epoch-raised.v1";
  }

  @Override
  public String aggregate() {
    return accountId.toString();
  }
}
