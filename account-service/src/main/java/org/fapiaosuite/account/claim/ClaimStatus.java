package org.fapiaosuite.account.claim;

/** How far a claim has come. */
public enum ClaimStatus {
  /** Just made; worked in a moment. */
  MADE,
  /** No payment is known for the order number yet. */
  WAITING_FOR_ORDER,
  /** Only the payer can say, who has been asked if there is an address; or two of staff. */
  WAITING_FOR_PAYER,
  /** The account is linked with the order's customer. */
  GRANTED
}
