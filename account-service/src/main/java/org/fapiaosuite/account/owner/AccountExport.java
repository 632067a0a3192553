package org.fapiaosuite.account.owner;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fapiaosuite.account.session.Session;
import org.jspecify.annotations.Nullable;

/** Everything this service knows of the account's owner (PIPL, article 45). */
public record AccountExport(AccountView account, List<Device> sessions) {

  /** Where they are signed in. */
  public record Device(
      UUID id, @Nullable String device, Instant createdAt, Instant lastUsedAt, Instant endsAt) {

    static Device of(Session session) {
      return new Device(
          session.id(),
          session.device(),
          session.createdAt(),
          session.lastUsedAt(),
          session.endsAt());
    }
  }
}
