package org.fapiaosuite.ordersync.order;

/** Where an order stands. */
public enum OrderStatus {
  /** Money went back of which no payment is known yet. */
  AWAITING_PAYMENT,
  /** Paid; the settlement window is open. */
  SYNCHRONISING,
  /** May be invoiced. */
  INVOICEABLE,
  /** May not be invoiced until the reason is settled. */
  HELD,
  /** All of it went back. */
  REFUNDED
}
