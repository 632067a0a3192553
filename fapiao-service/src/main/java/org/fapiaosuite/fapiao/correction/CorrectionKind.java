package org.fapiaosuite.fapiao.correction;

/** How a Fapiao is corrected. */
public enum CorrectionKind {
  /** It is declared void (作废). */
  VOID,
  /** A red letter (红字) takes back some or all of it. */
  RED_LETTER
}
