package org.fapiaosuite.notification.templates;

/** Why a mail is sent. */
public enum Purpose {
  /** News about an order or a Fapiao: no limit ever holds it back. */
  ORDER_OR_FAPIAO,
  /** News about an account that its owner must get. */
  ACCOUNT,
  /**
   * Somebody typed an address and waits for it: sent before the others, soon stale, limited for
   * each recipient, since it can be anybody and any address.
   */
  ON_DEMAND
}
