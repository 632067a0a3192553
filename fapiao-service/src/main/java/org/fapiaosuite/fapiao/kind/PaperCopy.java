package org.fapiaosuite.fapiao.kind;

import java.util.EnumSet;
import java.util.Set;

/** A copy of a paper Fapiao that the buyer keeps and has to send back for a correction. */
public enum PaperCopy {
  /** The copy for the buyer's books (发票联). */
  INVOICE,
  /** The copy that input tax is deducted with (抵扣联); only a special Fapiao has one. */
  DEDUCTION;

  /** The copies a buyer has of a kind; none of an electronic one. */
  public static Set<PaperCopy> of(FapiaoKind kind) {
    if (kind.medium() == Medium.ELECTRONIC) {
      return Set.of();
    }
    return kind.type() == FapiaoType.SPECIAL ? EnumSet.allOf(PaperCopy.class) : Set.of(INVOICE);
  }
}
