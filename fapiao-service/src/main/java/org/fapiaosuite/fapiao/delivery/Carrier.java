package org.fapiaosuite.fapiao.delivery;

/** A courier that takes paper Fapiao. */
public enum Carrier {
  /** Yunda (韵达). */
  YUNDA,
  /** SF Express (顺丰). */
  SF
}
