package org.fapiaosuite.messaging.trust;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.fapiaosuite.rest.trust.Revocations;
import org.jspecify.annotations.Nullable;

/**
 * The revocations this copy of the service knows of, in memory, where each request can ask. What is
 * in here came from Kafka, which every copy reads by itself, or from the database at the start.
 */
@ApplicationScoped
class KnownRevocations implements Revocations {

  private final Map<String, Revocation> bySubject = new ConcurrentHashMap<>();
  private final Clock clock;

  KnownRevocations(Clock clock) {
    this.clock = clock;
  }

  void note(Collection<Revocation> revocations) {
    for (Revocation revocation : revocations) {
      bySubject.merge(revocation.subject().toString(), revocation, Revocation::and);
    }
  }

  void forget(Instant now) {
    bySubject.values().removeIf(revocation -> !revocation.until().isAfter(now));
  }

  @Override
  public boolean isRevoked(JsonWebToken token) {
    long epoch = token.getClaim("epoch") instanceof JsonNumber number ? number.longValue() : 0;
    return isRevoked(token.getSubject(), epoch) || isRevoked(session(token), epoch);
  }

  private boolean isRevoked(@Nullable String subject, long epoch) {
    Revocation revocation = subject == null ? null : bySubject.get(subject);
    return revocation != null
        && epoch < revocation.epoch()
        && revocation.until().isAfter(clock.instant());
  }

  private static @Nullable String session(JsonWebToken token) {
    return token.getClaim("sid") instanceof String id ? id : null;
  }
}
