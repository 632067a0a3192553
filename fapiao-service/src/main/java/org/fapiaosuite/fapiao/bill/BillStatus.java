package org.fapiaosuite.fapiao.bill;

/** What can be done with a bill. */
public enum BillStatus {
  /** Paid; order and payment record are not synchronised yet. */
  SYNCHRONISING,
  /** Something of it can be applied for. */
  INVOICEABLE,
  /** All of it is applied for. */
  APPLIED,
  /** All of it is on a Fapiao. */
  ISSUED,
  /** Nothing can be applied for, see the block reason. */
  BLOCKED
}
