package org.fapiaosuite.fapiao.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.fapiao.kind.FapiaoKind;
import org.fapiaosuite.fapiao.problem.Problem;
import org.fapiaosuite.fapiao.problem.Violations;
import org.fapiaosuite.kernel.Money;
import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.identity.Ids;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** What staff do with stock: settle limits, book what comes, take out what is spoilt. */
@ApplicationScoped
@Transactional
public class StockDesk {

  private final Capacities capacities;
  private final NumberRanges ranges;
  private final StockNumbers numbers;
  private final Shelf shelf;
  private final Quotas quotas;
  private final ArrivalRules rules;
  private final StockLevels levels;
  private final Ids ids;
  private final Clock clock;

  StockDesk(
      Capacities capacities,
      NumberRanges ranges,
      StockNumbers numbers,
      Shelf shelf,
      Quotas quotas,
      ArrivalRules rules,
      StockLevels levels,
      Ids ids,
      Clock clock) {
    this.capacities = capacities;
    this.ranges = ranges;
    this.numbers = numbers;
    this.shelf = shelf;
    this.quotas = quotas;
    this.rules = rules;
    this.levels = levels;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Settles from when on a kind is low and what its month's quota is, in place of what was settled.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 412, 428, or 422 for a quota below what
   *     is used
   */
  public StockLevel settle(
      FapiaoKind kind,
      @Nullable Integer threshold,
      @Nullable Money quota,
      @Nullable String ifMatch) {
    Capacity capacity = capacities.lock(kind);
    Versions.demand(ifMatch, capacity.version());
    Money used = quotas.used(kind);
    if (quota != null && (quota.isZero() || used.isMoreThan(quota))) {
      Violations violations = new Violations();
      violations.add(
          "monthlyQuota",
          used.isZero() ? "violation.amount-zero" : "violation.quota-below-use",
          used.yuan());
      violations.throwIfAny();
    }
    capacity.settle(threshold, quota);
    capacities.flush();
    return levels.of(kind);
  }

  /**
   * Books a range of numbers.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 409 or 422
   */
  public StockLevel book(StockArrival arrival, String staff) {
    capacities.lockForChange(arrival.kind());
    rules.check(arrival);
    NumberRange range =
        new NumberRange(
            ids.next(),
            arrival.kind(),
            arrival.code(),
            Long.parseLong(arrival.first()),
            Long.parseLong(arrival.last()),
            staff,
            clock.instant());
    range.schedule(arrival.expectedAt(), arrival.receivedAt());
    ranges.persistAndFlush(range);
    shelf.supplyHolders(arrival.kind());
    return levels.of(arrival.kind());
  }

  /**
   * Says when a range is expected, or that it is here.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 404, 409, 412, 422 or 428
   */
  public StockLevel schedule(
      UUID id,
      @Nullable Instant expectedAt,
      @Nullable Instant receivedAt,
      @Nullable String ifMatch) {
    FapiaoKind kind = ranges.kindOf(id).orElseThrow(StandardProblem.NOT_FOUND::with);
    Versions.demand(ifMatch, capacities.lock(kind).version());
    NumberRange range = ranges.findById(id);
    rules.checkSchedule(range, expectedAt, receivedAt);
    range.schedule(expectedAt, receivedAt);
    capacities.lockForChange(kind);
    ranges.flush();
    shelf.supplyHolders(kind);
    return levels.of(kind);
  }

  /**
   * Takes a copy out that cannot be used. An application that it was held for gets another one;
   * where there is none, it waits.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 409 when a Fapiao has the number, 422
   *     when it stands in no range
   */
  public StockLevel spoil(PrintedNumber copy, String reason, String staff) {
    long number = Long.parseLong(copy.number());
    NumberRange known = range(copy);
    FapiaoKind kind = known.kind();
    capacities.lock(kind);
    ranges.getEntityManager().refresh(known);
    Optional<TakenNumber> taken = numbers.find(known, number);
    TakenNumber.State state = taken.map(TakenNumber::state).orElse(null);
    if (state == TakenNumber.State.ISSUED) {
      throw Problem.FAPIAO_NUMBER_USED.with(copy.number());
    }
    if (state != TakenNumber.State.SPOILT) {
      if (state == null) {
        known.take(number);
      }
      numbers.spoil(known, number, reason, staff);
      taken.map(TakenNumber::application).ifPresent(shelf::replace);
    }
    ranges.flush();
    return levels.of(kind);
  }

  private NumberRange range(PrintedNumber copy) {
    String code = copy.code();
    Optional<NumberRange> range =
        code == null ? Optional.empty() : ranges.covering(code, Long.parseLong(copy.number()));
    if (range.isEmpty()) {
      throw StandardProblem.VALIDATION.with().violation("number", "violation.number-not-kept");
    }
    return range.get();
  }
}
