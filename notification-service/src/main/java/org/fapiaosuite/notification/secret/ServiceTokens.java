package org.fapiaosuite.notification.secret;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.util.KeyUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens that say to another service: notification-service asks (decision 3). */
@ApplicationScoped
class ServiceTokens {
  private static final String SELF = "notification-service";
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final Duration RENEW_BEFORE_END = Duration.ofMinutes(2);

  private final PrivateKey key;
  private final Clock clock;
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();

  ServiceTokens(SecretConfig config, Clock clock) {
    this.key = read(Path.of(config.serviceKey()));
    this.clock = clock;
  }

  /** A token for one other service, good for at least two minutes. */
  String tokenFor(String service) {
    Instant now = clock.instant();
    return tokens
        .compute(
            service,
            (name, old) ->
                old != null && now.isBefore(old.expiresAt().minus(RENEW_BEFORE_END))
                    ? old
                    : sign(name, now))
        .text();
  }

  private Token sign(String audience, Instant now) {
    Instant end = now.plus(LIFE);
    String text =
        Jwt.issuer(SELF)
            .subject(SELF)
            .audience(audience)
            .groups(Set.of("SERVICE"))
            .issuedAt(now)
            .expiresAt(end)
            .jws()
            .algorithm(SignatureAlgorithm.ES256)
            .keyId(SELF)
            .sign(key);
    return new Token(text, end);
  }

  private static PrivateKey read(Path file) {
    try {
      return KeyUtils.decodePrivateKey(Files.readString(file), SignatureAlgorithm.ES256);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("service key cannot be read", e);
    }
  }

  private record Token(String text, Instant expiresAt) {}
}
