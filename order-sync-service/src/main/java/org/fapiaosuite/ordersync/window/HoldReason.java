package org.fapiaosuite.ordersync.window;

/** Why an order is held, as precisely as staff need it. */
public enum HoldReason {
  /** The window is over, and no statement shows the order. */
  NOT_RECONCILED(BlockReason.NOT_RECONCILED),
  /** The statement tells of another transaction, customer or day. */
  STATEMENT_DIFFERS(BlockReason.NOT_RECONCILED),
  /** Push and statement name different amounts. */
  AMOUNT_MISMATCH(BlockReason.AMOUNT_MISMATCH),
  /** More went back than was paid. */
  REFUNDED_TOO_MUCH(BlockReason.AMOUNT_MISMATCH),
  /** Two transactions paid the same order. */
  PAID_TWICE(BlockReason.HELD),
  /** It was not paid in yuan. */
  CURRENCY_NOT_SUPPORTED(BlockReason.HELD),
  /** Nobody told who the payer is. */
  DETAILS_MISSING(BlockReason.HELD),
  /** Another platform has an order of this number. */
  ORDER_NUMBER_TAKEN(BlockReason.HELD);

  private final BlockReason told;

  HoldReason(BlockReason told) {
    this.told = told;
  }

  /** The reason as others are told it. */
  public BlockReason told() {
    return told;
  }
}
