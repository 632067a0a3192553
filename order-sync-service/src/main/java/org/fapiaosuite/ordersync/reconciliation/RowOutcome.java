package org.fapiaosuite.ordersync.reconciliation;

/** What holding one movement against the statement showed. */
public enum RowOutcome {
  /** The same in both. */
  MATCHED,
  /** In the statement, never told to us: taken from the statement. */
  MISSING_LOCALLY,
  /** Told to us, not in the statement of its day. */
  MISSING_IN_STATEMENT,
  /** The same movement with another amount. */
  AMOUNT_DIFF,
  /** The same money, but another transaction, customer or day, or a line that cannot be. */
  STATUS_DIFF
}
