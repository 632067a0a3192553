package org.fapiaosuite.notification.templates;

/** Why a mail is sent. */
public enum Purpose {
  /** News about an order or a Fapiao: no limit ever holds it back. */
  ORDER_OR_FAPIAO,
  /** News about an account that its owner must get. */
  ACCOUNT,
  /** Anybody who types an address can cause it: limited for each recipient, soon stale. */
  ON_DEMAND
}
