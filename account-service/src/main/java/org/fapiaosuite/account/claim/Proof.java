package org.fapiaosuite.account.claim;

/** Why an account may speak for a customer. */
public enum Proof {
  PAYER_EMAIL,
  CLAIM_CODE,
  PAYER_APPROVAL,
  ORDER_NUMBER,
  /** Two of staff were shown what proves it. */
  STAFF_APPROVAL
}
