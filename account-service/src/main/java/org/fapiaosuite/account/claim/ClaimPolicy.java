package org.fapiaosuite.account.claim;

/** What it takes to claim an order that somebody else's mailbox paid. */
public enum ClaimPolicy {
  /** The payer approves by mail. */
  PAYER_CONFIRMS,
  /** Whoever knows the order number may have it: the bare rule of the seed documents. */
  ORDER_NUMBER
}
