package org.fapiaosuite.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Token buckets in memory. Each copy of the gateway counts for itself: what must hold over all of
 * them and over restarts (attempts per account) is counted by the services.
 */
@ApplicationScoped
public class RateLimits {

  private record Key(Limit limit, String caller) {}

  /** One rate, ready to count with. */
  private record Meter(Bandwidth bandwidth, String policy) {}

  private final Map<Limit, Meter> meters = new EnumMap<>(Limit.class);
  private final Cache<Key, Bucket> buckets;

  RateLimits(LimitConfig config) {
    Duration longest = Duration.ZERO;
    for (Limit limit : Limit.values()) {
      LimitConfig.Rate rate = rate(config, limit);
      meters.put(limit, meter(limit, rate));
      longest = rate.per().compareTo(longest) > 0 ? rate.per() : longest;
    }
    buckets =
        Caffeine.newBuilder().maximumSize(config.buckets()).expireAfterAccess(longest).build();
  }

  private static LimitConfig.Rate rate(LimitConfig config, Limit limit) {
    LimitConfig.Rate rate = config.rates().get(limit.slug());
    if (rate == null) {
      throw new IllegalStateException("no fapiao.gateway.limits.rates." + limit.slug());
    }
    return rate;
  }

  private static Meter meter(Limit limit, LimitConfig.Rate rate) {
    long burst = rate.burst() > 0 ? rate.burst() : rate.requests();
    Bandwidth bandwidth =
        Bandwidth.builder().capacity(burst).refillGreedy(rate.requests(), rate.per()).build();
    String policy = '"' + limit.slug() + "\";q=" + rate.requests() + ";w=" + rate.per().toSeconds();
    return new Meter(bandwidth, policy);
  }

  /** Counts one request of a caller. */
  public Count count(Limit limit, String caller) {
    Meter meter = Objects.requireNonNull(meters.get(limit));
    Bucket bucket =
        buckets.get(
            new Key(limit, caller), key -> Bucket.builder().addLimit(meter.bandwidth()).build());
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return new Count(
        limit,
        probe.isConsumed(),
        probe.getRemainingTokens(),
        Duration.ofNanos(probe.getNanosToWaitForRefill()),
        meter.policy());
  }

  /**
   * What counting said.
   *
   * @param remaining requests left right now
   * @param pause until the next is allowed; zero when this one was
   * @param policy value of the header {@code RateLimit-Policy}
   */
  public record Count(Limit limit, boolean allowed, long remaining, Duration pause, String policy) {

    /** Value of the header {@code RateLimit}. */
    public String state() {
      long seconds = pause.plusMillis(999).toSeconds();
      return '"' + limit.slug() + "\";r=" + remaining + ";t=" + seconds;
    }
  }
}
