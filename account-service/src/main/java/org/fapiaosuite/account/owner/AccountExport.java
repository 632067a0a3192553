package org.fapiaosuite.account.owner;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fapiaosuite.account.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * Everything this service knows of the account's owner (PIPL, article 45).
 *
 * @param account the account itself
 * @param sessions where they are signed in
 */
public record AccountExport(AccountView account, List<Device> sessions) {

  /**
   * A signed-in device.
   *
   * @param id of the session
   * @param device what the browser calls itself, its {@code User-Agent}. Example: {@code
   *     Mozilla/5.0 (Windows NT 10.0; Win64; x64)}.
   * @param createdAt when it signed in
   * @param lastUsedAt when it last got an access token
   * @param endsAt when it is signed out at the latest
   */
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
