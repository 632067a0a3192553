package org.fapiaosuite.rest.trust;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How the published keys are fetched, and how many tokens are remembered. */
@ConfigMapping(prefix = "fapiao.trust")
public interface TrustConfig {

  /**
   * Base URL of account-service, which publishes the keys at {@code /.well-known/jwks.json};
   * without a slash at the end. account-service itself needs none.
   */
  Optional<URI> accountUrl();

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
  @WithDefault("PT2S")
  Duration keysTimeout();

  /** The most verified tokens that are remembered; one takes 5 to 10 KiB. */
  @WithDefault("2000")
  @Min(1)
  int remembered();
}
