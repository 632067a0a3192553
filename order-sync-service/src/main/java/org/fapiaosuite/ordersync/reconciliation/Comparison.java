package org.fapiaosuite.ordersync.reconciliation;

import java.util.List;
import java.util.Optional;
import org.fapiaosuite.ordersync.fact.Agreement;
import org.fapiaosuite.ordersync.fact.Fact;
import org.fapiaosuite.ordersync.fact.FactKind;
import org.jspecify.annotations.Nullable;

/**
 * One line of the statement beside what we were told of the same money.
 *
 * @param row what to report; null when it matches
 */
record Comparison(RowOutcome outcome, @Nullable ReconciliationRow row) {

  /**
   * @param booked the line as a fact
   * @param facts all that is known of its order
   */
  static Comparison of(Fact booked, List<Fact> facts) {
    Optional<Fact> told =
        facts.stream()
            .filter(fact -> !fact.isBooked() && fact.kind() == booked.kind())
            .filter(fact -> booked.kind() == FactKind.PAYMENT || isSame(fact, booked))
            .min((one, other) -> Boolean.compare(!isSame(one, booked), !isSame(other, booked)));
    if (told.isEmpty()) {
      return new Comparison(RowOutcome.MISSING_LOCALLY, ReconciliationRow.missingLocally(booked));
    }
    return switch (Agreement.of(told.get(), booked)) {
      case AGREES -> new Comparison(RowOutcome.MATCHED, null);
      case AMOUNT_DIFFERS -> differs(RowOutcome.AMOUNT_DIFF, booked, told.get(), null);
      case STORY_DIFFERS -> differs(RowOutcome.STATUS_DIFF, booked, told.get(), story(told.get()));
    };
  }

  private static boolean isSame(Fact told, Fact booked) {
    return told.reference().equals(booked.reference());
  }

  private static Comparison differs(
      RowOutcome outcome, Fact booked, Fact told, @Nullable String detail) {
    return new Comparison(outcome, ReconciliationRow.differs(outcome, booked, told, detail));
  }

  private static String story(Fact told) {
    return "told: reference " + told.reference() + " at " + told.occurredAt();
  }
}
