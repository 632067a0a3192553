package org.fapiaosuite.fapiao.delivery;

import org.fapiaosuite.fapiao.kind.Medium;

/** How a Fapiao reaches its buyer. */
public enum DeliveryMethod {
  /** Courier Yunda; the seller pays the freight. Paper only. */
  YUNDA,
  /** Courier SF Express; the recipient pays the freight. Paper only. */
  SF_COLLECT,
  /** Handed over at the seller's branch against a code from a mail. Paper only. */
  PICKUP,
  /** Sent to an e-mail address. Electronic Fapiao only. */
  EMAIL;

  public boolean suits(Medium medium) {
    return (this == EMAIL) == (medium == Medium.ELECTRONIC);
  }

  public boolean isCourier() {
    return this == YUNDA || this == SF_COLLECT;
  }
}
