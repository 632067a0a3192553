package org.fapiaosuite.ordersync.reconciliation;

import org.fapiaosuite.kernel.Hundredths;
import org.fapiaosuite.ordersync.fact.Fact;
import org.fapiaosuite.ordersync.fact.FactKind;
import org.fapiaosuite.ordersync.platform.StatementLine;
import org.jspecify.annotations.Nullable;

/**
 * A row of the report: one movement that did not match.
 *
 * @param reference transaction id or refund id
 * @param statementAmount with currency, as the statement says; null when it does not
 * @param localAmount as we were told
 * @param detail what else there is to say
 */
record ReconciliationRow(
    RowOutcome outcome,
    @Nullable FactKind kind,
    @Nullable String orderNumber,
    @Nullable String reference,
    @Nullable String statementAmount,
    @Nullable String localAmount,
    @Nullable String detail) {

  static final String REPEATED = "the line is there more than once";

  static ReconciliationRow unacceptable(StatementLine line) {
    return new ReconciliationRow(
        RowOutcome.STATUS_DIFF,
        null,
        line.orderNumber(),
        null,
        null,
        null,
        "line " + line.number() + " not acceptable: " + line.refusal());
  }

  static ReconciliationRow repeated(Fact booked) {
    return of(RowOutcome.STATUS_DIFF, booked, null, REPEATED);
  }

  static ReconciliationRow missingLocally(Fact booked) {
    return of(RowOutcome.MISSING_LOCALLY, booked, null, "taken from the statement");
  }

  static ReconciliationRow differs(
      RowOutcome outcome, Fact booked, Fact told, @Nullable String detail) {
    return of(outcome, booked, amount(told), detail);
  }

  static ReconciliationRow missingInStatement(Fact told) {
    return new ReconciliationRow(
        RowOutcome.MISSING_IN_STATEMENT,
        told.kind(),
        told.orderNumber(),
        told.reference(),
        null,
        amount(told),
        null);
  }

  private static ReconciliationRow of(
      RowOutcome outcome, Fact booked, @Nullable String localAmount, @Nullable String detail) {
    return new ReconciliationRow(
        outcome,
        booked.kind(),
        booked.orderNumber(),
        booked.reference(),
        amount(booked),
        localAmount,
        detail);
  }

  private static String amount(Fact fact) {
    return fact.currency() + ' ' + Hundredths.text(fact.amount());
  }
}
