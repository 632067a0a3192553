package org.fapiaosuite.fapiao.stock;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fapiaosuite.fapiao.kind.FapiaoKind;
import org.fapiaosuite.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * How much is left of a kind.
 *
 * @param version of what is registered for it, which holding and issuing do not change
 * @param kept true once a range or a quota is registered; before that it is without limit
 * @param available free numbers that are here; null where no ranges are kept
 * @param threshold from how many numbers on downwards it is low; null when nobody wants to know
 * @param low whether it is low
 * @param waiting how many applications wait for it
 * @param expectedIssueAt when the first of them is expected to go on; null while nobody knows, or
 *     nobody waits
 * @param quota null where there is none
 */
public record StockLevel(
    FapiaoKind kind,
    int version,
    boolean kept,
    @Nullable Long available,
    @Nullable Integer threshold,
    boolean low,
    long waiting,
    @Nullable Instant expectedIssueAt,
    List<Range> ranges,
    @Nullable Quota quota) {

  /**
   * A range of numbers.
   *
   * @param next the lowest number that is free; null when none is
   * @param available how many are free and here
   * @param expectedAt when it is announced for; null when it never was
   * @param receivedAt since when it is here; null while it is announced only
   */
  public record Range(
      UUID id,
      String code,
      String first,
      String last,
      @Nullable String next,
      long available,
      @Nullable Instant expectedAt,
      @Nullable Instant receivedAt) {}

  /**
   * A month's quota, without tax.
   *
   * @param used issued this month, or held to be issued
   * @param resetsAt when the next month's begins
   */
  public record Quota(Money limit, Money used, Instant resetsAt) {

    public Money left() {
      return limit.minusOrZero(used);
    }
  }
}
