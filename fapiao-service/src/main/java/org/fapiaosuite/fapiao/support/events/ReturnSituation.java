package org.fapiaosuite.fapiao.support.events;

import java.util.List;
import org.fapiaosuite.fapiao.kind.PaperCopy;
import org.fapiaosuite.fapiao.wording.Worded;

/** What decides on the papers that a buyer sends back before the title can be another one. */
public enum ReturnSituation implements Worded {
  /** There is no Fapiao yet. */
  NOT_ISSUED,
  /** It is electronic: there is nothing to send. */
  ELECTRONIC,
  /** An ordinary one on paper. */
  PAPER_ORDINARY,
  /** A special one on paper; who has deducted its tax already keeps it and files the form. */
  PAPER_SPECIAL;

  /** The copies of each Fapiao to send back; none where nothing is. */
  public List<PaperCopy> copies() {
    return switch (this) {
      case NOT_ISSUED, ELECTRONIC -> List.of();
      case PAPER_ORDINARY -> List.of(PaperCopy.INVOICE);
      case PAPER_SPECIAL -> List.of(PaperCopy.INVOICE, PaperCopy.DEDUCTION);
    };
  }

  @Override
  public String wordingKey() {
    return "send-back." + name();
  }
}
