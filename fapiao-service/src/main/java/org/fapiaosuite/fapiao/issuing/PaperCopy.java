package org.fapiaosuite.fapiao.issuing;

import java.util.EnumSet;
import java.util.Set;
import org.fapiaosuite.fapiao.kind.FapiaoKind;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;

/** A copy of a paper Fapiao that the buyer keeps and has to send back for a correction. */
public enum PaperCopy {
  /** The invoice copy (发票联). */
  INVOICE,
  /** The deduction copy (抵扣联); only of a special Fapiao. */
  DEDUCTION;

  /** The copies a buyer has of a kind; none of an electronic one. */
  public static Set<PaperCopy> of(FapiaoKind kind) {
    if (kind.medium() == Medium.ELECTRONIC) {
      return Set.of();
    }
    return kind.type() == FapiaoType.SPECIAL ? EnumSet.allOf(PaperCopy.class) : Set.of(INVOICE);
  }
}
