package org.fapiaosuite.fapiao.stock;

import java.time.Instant;
import java.util.List;
import java.util.function.LongFunction;
import org.fapiaosuite.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * When there will be enough of a kind, as far as is announced: numbers come with the announced
 * ranges, quota with each month.
 *
 * @param numbers null where no ranges are kept
 * @param quota null where there is none
 */
record Forecast(@Nullable Numbers numbers, @Nullable Quota quota, Instant now) {

  /**
   * Numbers that are here and that will come.
   *
   * @param available those that are here and free
   * @param announced what is still to come, the next one first
   */
  record Numbers(long available, List<Arrival> announced) {}

  /** So many numbers, expected then. */
  record Arrival(Instant at, long numbers) {}

  /**
   * A month's quota.
   *
   * @param left of this month's
   * @param month the first moment of the n-th month after this one
   */
  record Quota(Money limit, Money left, LongFunction<Instant> month) {}

  /** Gives each its turn, one after the other, in the order in which they are asked for. */
  Turns turns() {
    return new Turns();
  }

  /** Those that were given their turn come before the next one. */
  final class Turns {
    private long wanted;
    private long month;
    private Money left = quota == null ? Money.LARGEST : quota.left();

    /**
     * When so much can be issued, after all that was asked for before.
     *
     * @param need no more net than a whole month's quota
     * @return the present moment when it can be now; null while nobody knows
     */
    @Nullable Instant next(StockNeed need) {
      wanted += need.numbers();
      Instant forNumbers = whenNumbers(wanted);
      Instant forQuota = whenQuota(need.net());
      if (forNumbers == null) {
        return null;
      }
      return forNumbers.isAfter(forQuota) ? forNumbers : forQuota;
    }

    /** What does not fit into what is left of a month waits for the next, and so do those after. */
    private Instant whenQuota(Money net) {
      if (quota == null) {
        return now;
      }
      while (net.isMoreThan(left)) {
        month++;
        left = quota.limit();
      }
      left = left.minus(net);
      return month == 0 ? now : quota.month().apply(month);
    }
  }

  private @Nullable Instant whenNumbers(long wanted) {
    if (numbers == null || numbers.available() >= wanted) {
      return now;
    }
    long sum = numbers.available();
    for (Arrival arrival : numbers.announced()) {
      sum += arrival.numbers();
      if (sum >= wanted) {
        return arrival.at();
      }
    }
    return null;
  }
}
