package org.fapiaosuite.gateway.cors;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Whose pages may call the API from a browser. */
@ConfigMapping(prefix = "fapiao.gateway.cors")
public interface CorsConfig {

  /** Exact origins, {@code https://admin.example}; none by default, never a wildcard. */
  Optional<Set<String>> origins();

  /** How long a browser may remember a preflight. */
  @WithDefault("PT10M")
  Duration maxAge();
}
