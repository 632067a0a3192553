package org.fapiaosuite.account.session.rest;

import java.time.Instant;
import java.util.UUID;
import org.fapiaosuite.account.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * A signed-in device.
 *
 * @param id of the session
 * @param device what the browser calls itself, its {@code User-Agent}. Example: {@code Mozilla/5.0
 *     (Windows NT 10.0; Win64; x64)}.
 * @param issuer whose token was exchanged for it; absent when one signed in here. Example: {@code
 *     https://id.admin-center.example}.
 * @param createdAt when it signed in
 * @param lastUsedAt when it last got an access token
 * @param endsAt when it is signed out at the latest
 * @param current whether it is the one that asks
 */
public record SessionView(
    UUID id,
    @Nullable String device,
    @Nullable String issuer,
    Instant createdAt,
    Instant lastUsedAt,
    Instant endsAt,
    boolean current) {

  static SessionView of(Session session, boolean current) {
    return new SessionView(
        session.id(),
        session.device(),
        session.issuer(),
        session.createdAt(),
        session.lastUsedAt(),
        session.endsAt(),
        current);
  }
}
