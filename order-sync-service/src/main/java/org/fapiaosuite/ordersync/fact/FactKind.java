package org.fapiaosuite.ordersync.fact;

/** What happened to the money. */
public enum FactKind {
  PAYMENT,
  REFUND
}
