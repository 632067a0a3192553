package org.fapiaosuite.fapiao.stock.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.money.Amount;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to the stock or its notices. The record itself is what other services
 * read, fixed by the schema of its type in src/contracts.
 */
public sealed interface StockEvent {

  /** The type under which others hear of it, with its version. */
  String wireType();

  /**
   * A notice that no Fapiao can be issued is in force.
   *
   * @param type null when it is about all
   * @param medium null when it is about both
   * @param expectedIssueAt null while nobody knows
   * @param until null when it is in force until it is withdrawn
   * @param automatic whether it came by itself, since somebody waits
   */
  record NoticePublished(
      UUID noticeId,
      @Nullable FapiaoType type,
      @Nullable Medium medium,
      @Nullable Instant expectedIssueAt,
      @Nullable Instant until,
      boolean automatic,
      Instant publishedAt)
      implements StockEvent {

    @Override
    public String wireType() {
      return "fapiao.notice-published.v1";
    }
  }

  /** A notice is in force no more. */
  record NoticeWithdrawn(UUID noticeId, Instant withdrawnAt) implements StockEvent {

    @Override
    public String wireType() {
      return "fapiao.notice-withdrawn.v1";
    }
  }

  /**
   * Stock is low; told once a day.
   *
   * @param day the date in China
   * @param items the kinds that are low
   */
  record StockLow(LocalDate day, List<LowKind> items) implements StockEvent {

    @Override
    public String wireType() {
      return "fapiao.stock-low.v1";
    }
  }

  /**
   * A kind that is low.
   *
   * @param available free numbers that are here; null where no ranges are kept
   * @param threshold null where no threshold is settled
   * @param quotaLeft what is left of the month's quota, without tax; null where there is none
   * @param quotaLimit the month's quota, without tax; null where there is none
   * @param waiting applications that wait for it
   */
  record LowKind(
      FapiaoType type,
      Medium medium,
      @Nullable Long available,
      @Nullable Integer threshold,
      @Nullable Amount quotaLeft,
      @Nullable Amount quotaLimit,
      long waiting) {}
}
