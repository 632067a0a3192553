package org.fapiaosuite.fapiao.correction.rest;

import java.util.List;
import org.fapiaosuite.fapiao.correction.CorrectionBook;
import org.fapiaosuite.fapiao.issuing.rest.FapiaoView;

/** Shows corrections with their Fapiao. */
final class CorrectionViews {

  private CorrectionViews() {}

  static List<CorrectionView> of(List<CorrectionBook.Entry> entries) {
    return entries.stream().map(CorrectionViews::of).toList();
  }

  static CorrectionView of(CorrectionBook.Entry entry) {
    return CorrectionView.of(
        entry.correction(),
        entry.lapsesAt(),
        entry.remark(),
        FapiaoView.of(entry.fapiao(), entry.redLetters()));
  }
}
