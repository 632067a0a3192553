package org.fapiaosuite.ordersync.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fapiaosuite.ordersync.fact.Fact;
import org.fapiaosuite.ordersync.fact.Facts;
import org.fapiaosuite.ordersync.order.ReviewQueue;
import org.fapiaosuite.ordersync.platform.StatementLine;
import org.fapiaosuite.ordersync.statement.StatementDays;

/** Writes a verified statement into the books: its lines as facts, the differences as rows. */
@ApplicationScoped
class StatementBook {
  private final Facts facts;
  private final BookedFacts booked;
  private final ReconciliationRows rows;
  private final Reconciliations reports;
  private final ReviewQueue reviews;
  private final StatementDays days;
  private final Clock clock;

  StatementBook(
      Facts facts,
      BookedFacts booked,
      ReconciliationRows rows,
      Reconciliations reports,
      ReviewQueue reviews,
      StatementDays days,
      Clock clock) {
    this.facts = facts;
    this.booked = booked;
    this.rows = rows;
    this.reports = reports;
    this.reviews = reviews;
    this.days = days;
    this.clock = clock;
  }

  /** Takes some lines: compares them, notes them as facts, has their orders reviewed. */
  @Transactional
  Map<RowOutcome, Long> take(StatementRun run, List<StatementLine> lines) {
    Instant now = clock.instant();
    List<ReconciliationRow> report = new ArrayList<>();
    List<Fact> said = new ArrayList<>();
    for (StatementLine line : lines) {
      if (line.movement() == null) {
        report.add(ReconciliationRow.unacceptable(line));
      } else {
        said.add(line.movement().booked(run.platform(), run.id().toString(), run.day(), now));
      }
    }
    Map<String, List<Fact>> known = facts.of(said.stream().map(Fact::orderId).toList());
    boolean[] first = booked.note(said);
    Map<RowOutcome, Long> counts = new EnumMap<>(RowOutcome.class);
    Set<String> changed = new HashSet<>();
    for (int i = 0; i < first.length; i++) {
      Fact fact = said.get(i);
      List<Fact> ofOrder = known.getOrDefault(fact.orderId(), List.of());
      Comparison comparison = Comparison.of(fact, ofOrder);
      if (!first[i]) {
        report.add(ReconciliationRow.repeated(fact));
      } else if (comparison.row() == null) {
        counts.merge(RowOutcome.MATCHED, 1L, Long::sum);
      } else {
        report.add(comparison.row());
      }
      if (ofOrder.stream().noneMatch(before -> isSameLine(before, fact))) {
        changed.add(fact.orderNumber());
      }
    }
    report.forEach(row -> counts.merge(row.outcome(), 1L, Long::sum));
    rows.add(run.id(), report);
    reviews.add(run.platform(), changed, now);
    return counts;
  }

  private static boolean isSameLine(Fact before, Fact line) {
    return before.isBooked()
        && before.kind() == line.kind()
        && before.reference().equals(line.reference())
        && before.amount() == line.amount()
        && before.currency().equals(line.currency())
        && before.occurredAt().equals(line.occurredAt());
  }

  /**
   * Ends a run: what an earlier statement of the day said and this one does not is taken back, what
   * we were told and the statement does not know is reported, and the day is done.
   */
  @Transactional
  void close(StatementRun run, Tally tally) {
    Instant now = clock.instant();
    Set<String> changed =
        new HashSet<>(booked.takeBack(run.platform(), run.day(), run.id().toString()));
    List<Fact> missing = booked.missing(run);
    missing.forEach(fact -> changed.add(fact.orderNumber()));
    tally.add(RowOutcome.MISSING_IN_STATEMENT, missing.size());
    rows.add(run.id(), missing.stream().map(ReconciliationRow::missingInStatement).toList());
    reports.persist(Reconciliation.compared(run, tally, now));
    reviews.add(run.platform(), changed, now);
    days.done(run.claim(), run.startedAt(), Objects.requireNonNullElse(run.digest(), "NO_TRADE"));
  }

  /** Notes that a statement could not be used, and why: one report for each cause. */
  @Transactional
  void refuse(StatementRun run, String cause) {
    Instant now = clock.instant();
    reports
        .refusedFor(cause, run.platform(), run.day())
        .ifPresentOrElse(
            report -> report.triedAgain(now),
            () -> reports.persist(Reconciliation.refused(run, cause, now)));
  }
}
