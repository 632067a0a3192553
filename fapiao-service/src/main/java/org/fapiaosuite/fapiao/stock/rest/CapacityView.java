package org.fapiaosuite.fapiao.stock.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.money.Amount;
import org.fapiaosuite.fapiao.stock.StockLevel;
import org.jspecify.annotations.Nullable;

/**
 * How much is left to issue with, of one type in one medium.
 *
 * @param type what the buyer can do with the Fapiao
 * @param medium paper or electronic
 * @param kept true once a range of numbers or a monthly quota is registered for it; before that it
 *     is without limit
 * @param available how many numbers are here and free; absent where no ranges are registered.
 *     Example: {@code 120}.
 * @param threshold the stock is low from so many numbers on downwards; absent when nobody wants to
 *     know. Example: {@code 50}.
 * @param low true when as few numbers as {@code threshold} are left, or little of the quota
 * @param waiting how many accepted applications wait for it. Example: {@code 0}.
 * @param expectedIssueAt when the first of them is expected to go on, by what is announced; absent
 *     while nobody knows, or nobody waits
 * @param ranges those with free numbers, in the order of use, and the last that were used up
 * @param quota the monthly quota (发票总额度); absent where there is none
 */
@Schema(name = "Capacity")
public record CapacityView(
    FapiaoType type,
    Medium medium,
    boolean kept,
    @Nullable Long available,
    @Nullable Integer threshold,
    boolean low,
    long waiting,
    @Nullable Instant expectedIssueAt,
    List<RangeView> ranges,
    @Nullable QuotaView quota) {

  /**
   * Consecutive numbers under one code.
   *
   * @param id the id of the range
   * @param code 10 or 12 digits, as printed. Example: {@code 3100261320}.
   * @param first the first number, 8 digits. Example: {@code 00345601}.
   * @param last the last number, 8 digits. Example: {@code 00345700}.
   * @param next the lowest number that is free; absent when none is. Example: {@code 00345678}.
   * @param available how many numbers are free and here: none of a range that is announced only.
   *     Example: {@code 23}.
   * @param expectedAt when it is announced for; absent when it never was
   * @param receivedAt since when it is here; absent while it is announced only
   */
  @Schema(name = "NumberRange")
  public record RangeView(
      UUID id,
      String code,
      String first,
      String last,
      @Nullable String next,
      long available,
      @Nullable Instant expectedAt,
      @Nullable Instant receivedAt) {

    static RangeView of(StockLevel.Range range) {
      return new RangeView(
          range.id(),
          range.code(),
          range.first(),
          range.last(),
          range.next(),
          range.available(),
          range.expectedAt(),
          range.receivedAt());
    }
  }

  /**
   * How much may be issued in a calendar month in China, without tax.
   *
   * @param limit the most there may be issued in a month
   * @param used what was issued this month, or is held by accepted applications
   * @param resetsAt when the next month's quota begins
   */
  @Schema(name = "Quota")
  public record QuotaView(Amount limit, Amount used, Instant resetsAt) {

    static QuotaView of(StockLevel.Quota quota) {
      return new QuotaView(Amount.of(quota.limit()), Amount.of(quota.used()), quota.resetsAt());
    }
  }

  static CapacityView of(StockLevel level) {
    StockLevel.Quota quota = level.quota();
    return new CapacityView(
        level.kind().type(),
        level.kind().medium(),
        level.kept(),
        level.available(),
        level.threshold(),
        level.low(),
        level.waiting(),
        level.expectedIssueAt(),
        level.ranges().stream().map(RangeView::of).toList(),
        quota == null ? null : QuotaView.of(quota));
  }
}
