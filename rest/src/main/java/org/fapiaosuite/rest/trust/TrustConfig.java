package org.fapiaosuite.rest.trust;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the published keys of access tokens are fetched. */
@ConfigMapping(prefix = "fapiao.trust")
public interface TrustConfig {

  /** How often the published keys are fetched. */
  @WithDefault("PT1M")
  Duration keysRefreshInterval();

  /**
   * How long after a try the next one waits while there are no keys at all, or a token names an
   * unknown one.
   */
  @WithDefault("PT1S")
  Duration keysRetryDelay();

  /** How long the publisher may take to answer. */
  @WithDefault("PT1S")
  Duration keysTimeout();
}
