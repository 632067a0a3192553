package org.fapiaosuite.fapiao.delivery;

import org.fapiaosuite.fapiao.kind.Medium;

/** How a Fapiao reaches its buyer. */
public enum DeliveryMethod {
  /** Yunda, freight prepaid by the seller. */
  YUNDA,
  /** SF Express, freight collect. */
  SF_COLLECT,
  /** Handed over at the branch against a code. */
  PICKUP,
  /** Sent to an e-mail address; electronic Fapiao only. */
  EMAIL;

  public boolean suits(Medium medium) {
    return (this == EMAIL) == (medium == Medium.ELECTRONIC);
  }

  public boolean isCourier() {
    return this == YUNDA || this == SF_COLLECT;
  }
}
