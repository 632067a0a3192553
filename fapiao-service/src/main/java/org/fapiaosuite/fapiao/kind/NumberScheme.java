package org.fapiaosuite.fapiao.kind;

/** How a Fapiao is numbered; independent of its medium. */
public enum NumberScheme {
  /** A code of 10 or 12 digits and a number of 8. */
  LEGACY_CODE_NUMBER,
  /** 20 digits given by the national platform. */
  UNIFIED_20
}
