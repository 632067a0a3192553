package org.fapiaosuite.rest.trust;

import java.time.Duration;

/** A configuration for tests: what waits, waits briefly. */
record Configured(Duration keysRefreshInterval) implements TrustConfig {

  static TrustConfig fetchingEvery(Duration interval) {
    return new Configured(interval);
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
