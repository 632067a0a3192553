package org.fapiaosuite.fapiao.kind;

/** A copy of a paper Fapiao that its buyer holds. */
public enum PaperCopy {
  /** The copy for the buyer's books (发票联). */
  INVOICE,
  /** The copy that input tax is deducted with (抵扣联); a special Fapiao has one. */
  DEDUCTION
}
