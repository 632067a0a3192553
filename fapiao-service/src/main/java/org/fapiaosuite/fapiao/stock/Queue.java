package org.fapiaosuite.fapiao.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.fapiao.kind.FapiaoKind;
import org.fapiaosuite.kernel.Money;
import org.jspecify.annotations.Nullable;

/** Who waits for stock, in which order, and until when by what is announced. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Queue {

  /**
   * One that waits.
   *
   * @param expectedAt when its turn is expected to come; null while nobody knows
   */
  public record Waiting(UUID application, @Nullable Instant expectedAt) {}

  private final Capacities capacities;
  private final NumberRanges ranges;
  private final StockHolds holds;
  private final Quotas quotas;
  private final Clock clock;

  Queue(Capacities capacities, NumberRanges ranges, StockHolds holds, Quotas quotas, Clock clock) {
    this.capacities = capacities;
    this.ranges = ranges;
    this.holds = holds;
    this.quotas = quotas;
    this.clock = clock;
  }

  /** The kinds that somebody waits for. */
  public List<FapiaoKind> kinds() {
    return holds.kindsWaitedFor();
  }

  /** Those that wait for a kind, in their order; there may be none. */
  public List<Waiting> of(FapiaoKind kind) {
    Forecast forecast = forecast(kind);
    Money most = Shelf.most(capacities.of(kind));
    Forecast.Turns turns = forecast.turns();
    List<Waiting> waiting = new ArrayList<>();
    for (StockHold hold : holds.waiting(kind)) {
      Instant expected =
          hold.need().net().isMoreThan(most) ? null : later(turns.next(hold.need()), forecast);
      waiting.add(new Waiting(hold.applicationId(), expected));
    }
    return waiting;
  }

  /** What is to be had now is given out in a moment: nobody needs to be told of it. */
  private static @Nullable Instant later(@Nullable Instant at, Forecast forecast) {
    return at == null || !at.isAfter(forecast.now()) ? null : at;
  }

  /** The one that would be served next, whether there is enough or not. */
  public Optional<UUID> first(FapiaoKind kind) {
    return holds.firstWaiting(kind, Shelf.most(capacities.of(kind)));
  }

  private Forecast forecast(FapiaoKind kind) {
    Instant now = clock.instant();
    Money limit = capacities.of(kind).monthlyQuota();
    Forecast.Quota quota =
        limit == null
            ? null
            : new Forecast.Quota(limit, limit.minusOrZero(quotas.used(kind)), quotas::monthsOn);
    return new Forecast(ranges.exist(kind) ? numbers(kind, now) : null, quota, now);
  }

  private Forecast.Numbers numbers(FapiaoKind kind, Instant now) {
    return new Forecast.Numbers(
        ranges.inUse(kind).stream().mapToLong(NumberRange::available).sum(),
        ranges.announced(kind, now).stream()
            .map(range -> new Forecast.Arrival(expected(range), range.free()))
            .toList());
  }

  private static Instant expected(NumberRange range) {
    return Objects.requireNonNull(range.expectedAt());
  }
}
