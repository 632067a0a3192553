package org.fapiaosuite.fapiao.application;

/** What the customer needs the Fapiao for. */
public enum Purpose {
  /** Nothing in particular; any title will do. */
  GENERAL,
  /** Proves who made the purchase: the title has to be the payer's name. */
  PURCHASE_CERTIFICATE,
  /** Accompanies a refund: the title has to be the payer's name. */
  REFUND;

  boolean demandsPayerAsTitle() {
    return this != GENERAL;
  }
}
