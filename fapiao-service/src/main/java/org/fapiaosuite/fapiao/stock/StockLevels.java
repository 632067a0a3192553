package org.fapiaosuite.fapiao.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.fapiaosuite.fapiao.kind.FapiaoKind;
import org.fapiaosuite.kernel.Money;
import org.jspecify.annotations.Nullable;

/** Reads how much is left. */
@ApplicationScoped
@Transactional
public class StockLevels {

  private static final long PERCENT = 100;

  private final Capacities capacities;
  private final NumberRanges ranges;
  private final StockNumbers numbers;
  private final StockHolds holds;
  private final Quotas quotas;
  private final Queue queue;
  private final StockConfig config;

  StockLevels(
      Capacities capacities,
      NumberRanges ranges,
      StockNumbers numbers,
      StockHolds holds,
      Quotas quotas,
      Queue queue,
      StockConfig config) {
    this.capacities = capacities;
    this.ranges = ranges;
    this.numbers = numbers;
    this.holds = holds;
    this.quotas = quotas;
    this.queue = queue;
    this.config = config;
  }

  /** Every kind's, kept or not. */
  public List<StockLevel> all() {
    return FapiaoKind.all().stream().map(this::of).toList();
  }

  /** One kind's. */
  public StockLevel of(FapiaoKind kind) {
    Capacity capacity = capacities.of(kind);
    boolean byNumbers = ranges.exist(kind);
    Long available =
        byNumbers ? ranges.inUse(kind).stream().mapToLong(NumberRange::available).sum() : null;
    Money limit = capacity.monthlyQuota();
    StockLevel.Quota quota =
        limit == null ? null : new StockLevel.Quota(limit, quotas.used(kind), quotas.resetsAt());
    return new StockLevel(
        kind,
        capacity.version(),
        byNumbers || quota != null,
        available,
        capacity.threshold(),
        isLow(available, capacity.threshold(), quota),
        holds.countWaiting(kind),
        queue.of(kind).stream().findFirst().map(Queue.Waiting::expectedAt).orElse(null),
        ranges.shown(kind).stream().map(this::range).toList(),
        quota);
  }

  private boolean isLow(
      @Nullable Long available, @Nullable Integer threshold, StockLevel.@Nullable Quota quota) {
    boolean fewNumbers = available != null && threshold != null && available <= threshold;
    boolean littleQuota =
        quota != null
            && quota.left().fen() * PERCENT <= quota.limit().fen() * config.quotaLowPercent();
    return fewNumbers || littleQuota;
  }

  private StockLevel.Range range(NumberRange range) {
    return new StockLevel.Range(
        range.id(),
        range.code(),
        PrintedNumber.digits(range.first()),
        PrintedNumber.digits(range.last()),
        numbers.lowestFree(range, 1).stream().findFirst().map(PrintedNumber::digits).orElse(null),
        range.available(),
        range.expectedAt(),
        range.receivedAt());
  }
}
