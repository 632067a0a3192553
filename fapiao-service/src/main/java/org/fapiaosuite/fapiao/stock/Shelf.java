package org.fapiaosuite.fapiao.stock;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fapiaosuite.fapiao.kind.FapiaoKind;
import org.fapiaosuite.kernel.Money;

/** Where numbers are taken from and given back to, under the lock of their kind's capacity. */
@ApplicationScoped
class Shelf {

  private final NumberRanges ranges;
  private final StockNumbers numbers;
  private final StockHolds holds;
  private final Quotas quotas;

  Shelf(NumberRanges ranges, StockNumbers numbers, StockHolds holds, Quotas quotas) {
    this.ranges = ranges;
    this.numbers = numbers;
    this.holds = holds;
    this.quotas = quotas;
  }

  /**
   * Gives a hold that waits what it needs, unless it is not its turn or there is too little.
   *
   * @return true when it has what it needs
   */
  boolean serve(StockHold hold, Capacity capacity) {
    if (holds.isBehind(hold, most(capacity)) || !hasQuotaFor(hold.need(), capacity)) {
      return false;
    }
    boolean kept = ranges.exist(hold.kind());
    if (kept && !holdNumbers(hold.applicationId(), hold.kind(), hold.need().numbers())) {
      return false;
    }
    hold.serve();
    return true;
  }

  /** Holds the next numbers for an application; all that are wanted, or none. */
  boolean holdNumbers(UUID application, FapiaoKind kind, int wanted) {
    List<NumberRange> inUse = ranges.inUse(kind);
    if (inUse.stream().mapToLong(NumberRange::available).sum() < wanted) {
      return false;
    }
    int left = wanted;
    for (NumberRange range : inUse) {
      if (left == 0) {
        break;
      }
      List<Long> lowest = numbers.lowestFree(range, Math.min(left, range.available()));
      lowest.forEach(number -> numbers.hold(range, number, application));
      range.takeLowest(lowest);
      left -= lowest.size();
    }
    return true;
  }

  /** Gives back all that is held for an application. */
  void giveBack(UUID application) {
    giveBack(numbers.heldFor(application));
  }

  /** Gives back what is held for an application beyond what it needs, the numbers used last. */
  void giveBackBeyond(UUID application, int needed) {
    List<TakenNumber> held = numbers.heldFor(application);
    giveBack(new ArrayList<>(held.subList(Math.min(needed, held.size()), held.size())));
  }

  /** Makes numbers free again. */
  void giveBack(List<TakenNumber> held) {
    for (TakenNumber number : held) {
      numbers.free(number);
      ranges.findById(number.range()).giveBack(number.number());
    }
  }

  /**
   * Makes up for a number that was taken from an application: the next free one, else it waits for
   * all it needs, and whoever looks after it finds out.
   */
  void replace(UUID application) {
    StockHold hold = holds.findById(application);
    if (hold != null && !hold.isWaiting() && !holdNumbers(application, hold.kind(), 1)) {
      giveBack(application);
      hold.queue();
    }
  }

  /** Holds numbers for those that were accepted before any were kept; they came first. */
  void supplyHolders(FapiaoKind kind) {
    for (StockHold hold : holds.served(kind)) {
      int missing = hold.need().numbers() - numbers.heldFor(hold.applicationId()).size();
      if (missing > 0) {
        holdNumbers(hold.applicationId(), kind, missing);
      }
    }
  }

  /** The most that one application may need, ever. */
  static Money most(Capacity capacity) {
    Money quota = capacity.monthlyQuota();
    return quota == null ? Money.LARGEST : quota;
  }

  private boolean hasQuotaFor(StockNeed need, Capacity capacity) {
    Money quota = capacity.monthlyQuota();
    return quota == null || !quotas.used(capacity.kind()).plus(need.net()).isMoreThan(quota);
  }
}
