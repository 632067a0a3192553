package org.fapiaosuite.gateway.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Bounds of the listener and whom it believes. */
@ConfigMapping(prefix = "fapiao.gateway.edge")
public interface EdgeConfig {

  /** Connections at once; further ones are closed. */
  @WithDefault("2000")
  int maxConnections();

  /** Connections at once from one address that is no trusted proxy; further ones are closed. */
  @WithDefault("256")
  int maxConnectionsPerAddress();

  /** A connection on which nothing moves is closed. */
  @WithDefault("PT30S")
  Duration idleTimeout();

  /** At the end, how long requests under way may still take. */
  @WithDefault("PT3S")
  Duration drainTimeout();

  /** Event loops that accept connections. */
  @WithDefault("2")
  int eventLoops();

  /**
   * Addresses or CIDR blocks of proxies before this one; only from them X-Forwarded-For is
   * believed.
   */
  Optional<List<String>> trustedProxies();
}
