package org.fapiaosuite.fapiao.application;

/** What the customer needs the Fapiao for. */
public enum Purpose {
  GENERAL,
  /** The title has to be the payer's name. */
  PURCHASE_CERTIFICATE,
  /** The title has to be the payer's name. */
  REFUND;

  boolean demandsPayerAsTitle() {
    return this != GENERAL;
  }
}
