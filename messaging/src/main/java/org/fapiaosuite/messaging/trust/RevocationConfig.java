package org.fapiaosuite.messaging.trust;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long ended sessions are remembered, and how long a start waits to hear of them. */
@ConfigMapping(prefix = "fapiao.revocations")
public interface RevocationConfig {

  /**
   * How long a revocation is kept, counted from when it happened; at least as long as the longest
   * access token lives, clocks that differ included.
   */
  @WithDefault("PT15M")
  Duration kept();

  /**
   * How long a start waits for the revocations that Kafka holds. After that the service answers
   * with those it knows, and reads on.
   */
  @WithDefault("PT5S")
  Duration startLimit();
}
