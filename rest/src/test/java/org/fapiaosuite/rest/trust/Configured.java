package org.fapiaosuite.rest.trust;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A configuration for tests: what waits, waits briefly. */
record Configured(int remembered, Duration keysRefreshInterval) implements TrustConfig {

  @Override
  public Optional<URI> accountUrl() {
    return Optional.empty();
  }

  static TrustConfig remembering(int most) {
    return new Configured(most, Duration.ofHours(1));
  }

  static TrustConfig fetchingEvery(Duration interval) {
    return new Configured(1, interval);
  }

  @Override
  public Duration keysRetryDelay() {
    return Duration.ZERO;
  }

  @Override
  public Duration keysTimeout() {
    return Duration.ofSeconds(5);
  }
}
