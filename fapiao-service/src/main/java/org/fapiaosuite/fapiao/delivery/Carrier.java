package org.fapiaosuite.fapiao.delivery;

/** A courier that takes paper Fapiao. */
public enum Carrier {
  YUNDA,
  SF
}
