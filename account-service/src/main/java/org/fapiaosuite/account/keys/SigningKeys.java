package org.fapiaosuite.account.keys;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.TransactionalException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fapiaosuite.rest.trust.AccessKeys;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;

/**
 * The P-256 keys of access tokens, in memory: the one that signs; the one that will, published
 * beforehand, so that every service knows it before its first token arrives; and those whose tokens
 * may still be valid. Which one signs is a matter of the clock, so that all copies change at once.
 */
@Singleton
public class SigningKeys implements AccessKeys {

  private static final Logger LOG = Logger.getLogger(SigningKeys.class);

  private final KeyRotation rotation;
  private final Clock clock;
  private volatile List<SealedKeys.Dated> keys = List.of();

  SigningKeys(KeyRotation rotation, Clock clock) {
    this.rotation = rotation;
    this.clock = clock;
  }

  /** After the database's tables are there, and before anybody signs in. */
  void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
    keys = rotation.begin();
  }

  /** Takes over what another copy, or the command, has added. */
  @Scheduled(
      every = "{fapiao.account.keys.look-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    try {
      keys = rotation.byAge();
    } catch (IllegalStateException | TransactionalException e) {
      LOG.warnf("signing keys: database unavailable, known=%d", keys.size());
    }
  }

  PrivateKey signingKey() {
    return signing().pair().privateKey();
  }

  /** RFC 7638 thumbprint of the signing key, the {@code kid} of new tokens. */
  String signingKeyId() {
    return signing().pair().id();
  }

  @Override
  public Optional<PublicKey> publicKey(String id) {
    return keys.stream()
        .filter(key -> key.pair().id().equals(id))
        .map(key -> (PublicKey) key.pair().publicKey().getECPublicKey())
        .findFirst();
  }

  /** The public keys as a JSON Web Key Set (RFC 7517). */
  public Map<String, Object> jwks() {
    return Map.of(
        "keys",
        keys.stream()
            .map(key -> key.pair().publicKey().toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY))
            .toList());
  }

  /** The newest whose time has come. */
  private SealedKeys.Dated signing() {
    Instant now = clock.instant();
    List<SealedKeys.Dated> known = keys;
    for (int at = known.size() - 1; at > 0; at--) {
      if (!known.get(at).signsFrom().isAfter(now)) {
        return known.get(at);
      }
    }
    return known.get(0);
  }
}
