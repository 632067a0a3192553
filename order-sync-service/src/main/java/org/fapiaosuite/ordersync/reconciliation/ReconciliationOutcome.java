package org.fapiaosuite.ordersync.reconciliation;

/** What became of one statement. */
public enum ReconciliationOutcome {
  /** Read and compared. */
  COMPARED,
  /** The platform says that there was no trade that day; compared as an empty statement. */
  NO_TRADE,
  /** Hash, totals or form were wrong: nothing of it was used. */
  REFUSED
}
