package org.fapiaosuite.ordersync.reconciliation;

import java.util.EnumMap;
import java.util.Map;
import org.fapiaosuite.ordersync.platform.StatementTotals;

/** Counts outcomes as the statement is gone through. */
final class Tally {
  private final StatementTotals totals;
  private final Map<RowOutcome, Long> counts = new EnumMap<>(RowOutcome.class);

  Tally(StatementTotals totals) {
    this.totals = totals;
  }

  void add(RowOutcome outcome, long rows) {
    counts.merge(outcome, rows, Long::sum);
  }

  long count(RowOutcome outcome) {
    return counts.getOrDefault(outcome, 0L);
  }

  StatementTotals totals() {
    return totals;
  }
}
