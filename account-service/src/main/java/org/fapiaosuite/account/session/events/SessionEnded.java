package org.fapiaosuite.account.session.events;

import java.util.UUID;
import org.fapiaosuite.account.events.AccountEvent;

/** One device was signed out: access tokens of this session are stale before they expire. */
public record SessionEnded(UUID accountId, UUID sessionId) implements AccountEvent {

  @Override
  public String type() {
    return "account.session-ended.v1";
  }

  @Override
  public String aggregate() {
    return accountId.toString();
  }
}
