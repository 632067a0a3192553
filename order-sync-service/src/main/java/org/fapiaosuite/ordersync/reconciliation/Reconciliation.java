package org.fapiaosuite.ordersync.reconciliation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.fapiaosuite.kernel.Hundredths;
import org.jspecify.annotations.Nullable;

/** The report on one statement. Written once, when it is done. */
@Entity
class Reconciliation {
  @Id private UUID id;
  private String platform;
  private LocalDate day;

  @Enumerated(EnumType.STRING)
  private ReconciliationOutcome outcome;

  private @Nullable String detail;
  private Instant startedAt;
  private Instant finishedAt;
  private @Nullable String digest;
  private long lines;
  private long paid;
  private long refunded;
  private long matched;
  private long missingLocally;
  private long missingInStatement;
  private long amountDiff;
  private long statusDiff;
  private int tries = 1;

  @SuppressWarnings("NullAway.Init") // for Hibernate
  Reconciliation() {}

  private Reconciliation(
      UUID id,
      String platform,
      LocalDate day,
      ReconciliationOutcome outcome,
      @Nullable String detail,
      Instant startedAt,
      Instant finishedAt) {
    this.id = id;
    this.platform = platform;
    this.day = day;
    this.outcome = outcome;
    this.detail = detail;
    this.startedAt = startedAt;
    this.finishedAt = finishedAt;
  }

  static Reconciliation refused(StatementRun run, String detail, Instant now) {
    return new Reconciliation(
        run.id(),
        run.platform(),
        run.day(),
        ReconciliationOutcome.REFUSED,
        detail,
        run.startedAt(),
        now);
  }

  static Reconciliation compared(StatementRun run, Tally tally, Instant now) {
    Reconciliation report =
        new Reconciliation(
            run.id(),
            run.platform(),
            run.day(),
            run.digest() == null ? ReconciliationOutcome.NO_TRADE : ReconciliationOutcome.COMPARED,
            tally.totals().remark(),
            run.startedAt(),
            now);
    report.digest = run.digest();
    report.lines = tally.totals().lines();
    report.paid = tally.totals().paid();
    report.refunded = tally.totals().refunded();
    report.matched = tally.count(RowOutcome.MATCHED);
    report.missingLocally = tally.count(RowOutcome.MISSING_LOCALLY);
    report.missingInStatement = tally.count(RowOutcome.MISSING_IN_STATEMENT);
    report.amountDiff = tally.count(RowOutcome.AMOUNT_DIFF);
    report.statusDiff = tally.count(RowOutcome.STATUS_DIFF);
    return report;
  }

  /** The same again: the report tells how often it was tried, and when last. */
  void triedAgain(Instant now) {
    finishedAt = now;
    tries++;
  }

  String platform() {
    return platform;
  }

  LocalDate day() {
    return day;
  }

  UUID id() {
    return id;
  }

  Instant startedAt() {
    return startedAt;
  }

  ReconciliationView view() {
    return new ReconciliationView(
        id,
        platform,
        day,
        outcome,
        detail,
        startedAt,
        finishedAt,
        digest,
        lines,
        Hundredths.text(paid),
        Hundredths.text(refunded),
        matched,
        missingLocally,
        missingInStatement,
        amountDiff,
        statusDiff,
        tries);
  }
}
