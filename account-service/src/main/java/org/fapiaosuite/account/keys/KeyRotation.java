package org.fapiaosuite.account.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Replaces the key that signs access tokens: when it has reached its age, or when an operator wants
 * it. The new one is published at once and signs after a while; the old one is published until no
 * token of it can be valid. Any number of copies may do it, and do it once.
 */
@ApplicationScoped
public class KeyRotation {

  private static final Logger LOG = Logger.getLogger(KeyRotation.class);

  private final SealedKeys kept;
  private final KeysConfig config;
  private final Clock clock;

  KeyRotation(SealedKeys kept, KeysConfig config, Clock clock) {
    this.kept = kept;
    this.config = config;
    this.clock = clock;
  }

  /** The first key is the configured one; later ones are made here. */
  @Transactional
  List<SealedKeys.Dated> begin() {
    kept.lock();
    if (kept.all().isEmpty()) {
      kept.add(KeyPairP256.read(config.signing()), clock.instant());
    }
    return kept.all();
  }

  /** Makes a new key if the newest is old enough; all keys. */
  @Transactional
  List<SealedKeys.Dated> byAge() {
    Instant now = clock.instant();
    if (kept.all().isEmpty()) {
      return begin();
    }
    if (newest(kept.all()).isBefore(now.minus(config.rotateAfter()))) {
      kept.lock();
      if (newest(kept.all()).isBefore(now.minus(config.rotateAfter()))) {
        rotate(now);
      }
    }
    kept.forgetSucceededBy(now.minus(config.publishedAfter()));
    return kept.all();
  }

  /**
   * Makes a new key, whatever the age of the present one.
   *
   * @return from when on it signs
   */
  @Transactional
  public Instant byCommand() {
    kept.lock();
    return rotate(clock.instant());
  }

  private Instant rotate(Instant now) {
    KeyPairP256 pair = KeyPairP256.generate();
    Instant signsFrom = now.plus(config.publishedBefore());
    kept.add(pair, signsFrom);
    LOG.infof("a new key will sign access tokens, kid=%s signsFrom=%s", pair.id(), signsFrom);
    return signsFrom;
  }

  private static Instant newest(List<SealedKeys.Dated> keys) {
    return keys.get(keys.size() - 1).signsFrom();
  }
}
