package org.fapiaosuite.fapiao.bill;

/** Whether a bill can be applied for. */
public enum BillStatus {
  /**
   * Paid, but order and payment record are still being synchronised; see {@code invoiceableFrom}.
   */
  SYNCHRONISING,
  /** Something of it can be applied for, see {@code invoiceableAmount}. */
  INVOICEABLE,
  /** All that is not refunded is applied for, and some of it not issued yet. */
  APPLIED,
  /** All that is not refunded is on a Fapiao. */
  ISSUED,
  /**
   * Nothing can be applied for, see {@code blockReason}. The bill of an order whose status is HELD
   * is one of these.
   */
  BLOCKED
}
