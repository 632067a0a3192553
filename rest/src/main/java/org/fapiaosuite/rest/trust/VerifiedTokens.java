package org.fapiaosuite.rest.trust;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens whose signature was found good, so that it is checked once and not at each request. Known
 * by the digest of their whole text, the ones used last, never beyond their end. What was refused
 * is not in here: it costs its sender's turn each time, and nobody else's place.
 */
@ApplicationScoped
class VerifiedTokens {

  private final int most;
  private final Clock clock;

  /** The one used longest ago first. */
  private final Map<ByteBuffer, Verified> byDigest = new LinkedHashMap<>();

  VerifiedTokens(TrustConfig config, Clock clock) {
    this.most = config.remembered();
    this.clock = clock;
  }

  /**
   * A token that was verified.
   *
   * @param key what its signature was checked with
   * @param end when it has expired, the leeway for clocks that differ included
   */
  record Verified(SignedToken token, PublicKey key, JWTCallerPrincipal caller, Instant end) {}

  /** The verified token of exactly this text, if it is remembered and has not expired. */
  Optional<Verified> find(String text) {
    ByteBuffer digest = digest(text);
    synchronized (byDigest) {
      Verified known = byDigest.remove(digest);
      if (known == null || !clock.instant().isBefore(known.end())) {
        return Optional.empty();
      }
      byDigest.put(digest, known);
      return Optional.of(known);
    }
  }

  /** Remembers a token that has just been verified; the one used longest ago gives way. */
  void remember(SignedToken token, PublicKey key, JWTCallerPrincipal caller, Duration leeway) {
    Instant end = Instant.ofEpochSecond(caller.getExpirationTime()).plus(leeway);
    ByteBuffer digest = digest(token.text());
    synchronized (byDigest) {
      byDigest.put(digest, new Verified(token, key, caller, end));
      if (byDigest.size() > most) {
        byDigest.remove(byDigest.keySet().iterator().next());
      }
    }
  }

  /** How many are remembered, at most as many as configured. */
  int size() {
    synchronized (byDigest) {
      return byDigest.size();
    }
  }

  private static ByteBuffer digest(String text) {
    try {
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
