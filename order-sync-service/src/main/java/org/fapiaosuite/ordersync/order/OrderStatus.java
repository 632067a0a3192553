package org.fapiaosuite.ordersync.order;

/** Where an order stands. */
public enum OrderStatus {
  /** Money went back of which no payment is known yet. */
  AWAITING_PAYMENT,
  /** Paid; the settlement window is open. */
  SYNCHRONISING,
  /** May be invoiced. */
  INVOICEABLE,
  /**
   * May not be invoiced until staff have settled why; its bill is BLOCKED meanwhile, for {@code
   * blockReason}.
   */
  HELD,
  /** All of it went back. */
  REFUNDED
}
