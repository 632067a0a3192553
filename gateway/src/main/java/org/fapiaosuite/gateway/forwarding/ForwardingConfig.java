package org.fapiaosuite.gateway.forwarding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the gateway waits for a service, and how many requests it has open there. */
@ConfigMapping(prefix = "fapiao.gateway.forwarding")
public interface ForwardingConfig {

  /**
   * For a connection, waiting for a free one included. One that is refused, or not made in half of
   * that time, is tried once more, whatever the method, since nothing was sent.
   */
  @WithDefault("PT1S")
  Duration connectTimeout();

  /** From the last byte of the request to the head of the answer. */
  @WithDefault("PT5S")
  Duration answerTimeout();

  /** For the whole body of a request to arrive. */
  @WithDefault("PT30S")
  Duration bodyTimeout();

  /** A connection to a service on which nothing moves is closed; streams beat every 15 s. */
  @WithDefault("PT60S")
  Duration idleTimeout();

  /**
   * A connection to a service that nobody needs is closed after that long; shorter than the
   * services' {@code quarkus.shutdown.delay}, so that none is left when a copy of one ends.
   */
  @WithDefault("PT4S")
  Duration keepAlive();

  /** Told as Retry-After when a service is away. */
  @WithDefault("PT2S")
  Duration retryAfter();

  /** Timeouts in a row after which a service is spared for {@link #breakerPause()}. */
  @WithDefault("10")
  int breakerTimeouts();

  /** How long a service that hangs is left alone before one request tries again. */
  @WithDefault("PT2S")
  Duration breakerPause();

  /** Requests under way per service. */
  @WithDefault("128")
  int connections();

  /** Open event streams per service. */
  @WithDefault("2000")
  int streams();
}
