package org.fapiaosuite.fapiao.kind;

/** How a Fapiao is numbered; independent of its medium. */
public enum NumberScheme {
  /** A code of 10 or 12 digits and a number of 8, printed by a tax-control device. */
  LEGACY_CODE_NUMBER,
  /** A number of 20 digits given by the national platform; there is no code. */
  UNIFIED_20
}
