package org.fapiaosuite.gateway.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/**
 * How much a caller may do, a rate for each {@link Limit#slug()}; the values stand in
 * application.properties, those of the profile {@code local} a hundred times as high.
 */
@ConfigMapping(prefix = "fapiao.gateway.limits")
public interface LimitConfig {

  /** Buckets remembered at most; the ones not used for longest are forgotten first. */
  @WithDefault("100000")
  int buckets();

  /** The rates by slug. */
  Map<String, Rate> rates();

  /** So many requests in a period, evenly refilled. */
  interface Rate {

    /** Requests per period. */
    long requests();

    /** The period. */
    Duration per();

    /** Requests at once after a pause; 0 for as many as in one period. */
    @WithDefault("0")
    long burst();
  }
}
