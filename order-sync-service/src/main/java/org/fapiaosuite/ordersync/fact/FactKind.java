package org.fapiaosuite.ordersync.fact;

/** What happened to the money. */
public enum FactKind {
  /** Money came in. */
  PAYMENT,
  /** Money went back. */
  REFUND
}
