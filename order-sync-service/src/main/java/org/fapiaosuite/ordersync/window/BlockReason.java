package org.fapiaosuite.ordersync.window;

/** Why an order may not be invoiced, in the words that customers and the other services know. */
public enum BlockReason {
  /** The three days are not over. */
  SETTLEMENT_WINDOW,
  /** They are over, but the platform's statement does not show the order. */
  NOT_RECONCILED,
  /** Two sources name different amounts. */
  AMOUNT_MISMATCH,
  /** All of it went back. */
  REFUNDED,
  /** The order is held: staff have to look at it first. The bill of a held order is BLOCKED. */
  HELD
}
