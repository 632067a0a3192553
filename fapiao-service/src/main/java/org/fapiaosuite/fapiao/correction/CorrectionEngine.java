package org.fapiaosuite.fapiao.correction;

import java.util.ArrayList;
import java.util.List;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;

/**
 * Decides what the law has done with a Fapiao: a function of the facts alone. Electronic: STA
 * Announcement 2024 No. 11 Art. 8. Paper: 国税发〔2006〕156号 Art. 13 for voiding, the Measures' rules
 * for ordinary and STA Announcement 2016 No. 47 for special red letters.
 */
final class CorrectionEngine {

  private CorrectionEngine() {}

  static Decision decide(Facts facts) {
    return facts.kind().medium() == Medium.ELECTRONIC ? electronic(facts) : paper(facts);
  }

  private static Decision electronic(Facts facts) {
    List<Reason> reasons = new ArrayList<>(List.of(Reason.ELECTRONIC_NEVER_VOID));
    if (facts.stated().usedByBuyer() || facts.stated().bookedByBuyer()) {
      reasons.add(Reason.USED_OR_BOOKED);
      return withForm(facts, reasons);
    }
    reasons.add(Reason.NEITHER_USED_NOR_BOOKED);
    return withForm(facts, reasons) instanceof Decision.Wait wait
        ? wait
        : new Decision.RedLetter(List.copyOf(reasons));
  }

  private static Decision paper(Facts facts) {
    List<Reason> hindrances = hindrances(facts);
    if (hindrances.isEmpty()) {
      return new Decision.DeclareVoid(List.of(Reason.VOIDABLE));
    }
    return facts.kind().type() == FapiaoType.ORDINARY
        ? ordinary(facts, hindrances)
        : special(facts, hindrances);
  }

  /** What stands against voiding it. */
  private static List<Reason> hindrances(Facts facts) {
    List<Reason> against = new ArrayList<>();
    if (facts.isOtherMonth()) {
      against.add(Reason.OTHER_MONTH);
    }
    if (facts.stated().declared()) {
      against.add(Reason.DECLARED);
    }
    if (facts.stated().usedByBuyer()) {
      against.add(Reason.CERTIFIED);
    }
    if (facts.partlyReversed()) {
      against.add(Reason.PARTLY_REVERSED);
    }
    if (!facts.isComplete()) {
      against.add(facts.lost() ? Reason.COPIES_LOST : Reason.COPIES_MISSING);
    }
    return against;
  }

  private static Decision ordinary(Facts facts, List<Reason> hindrances) {
    List<Reason> reasons = and(hindrances, Reason.ORDINARY_TAKEN_BACK);
    if (facts.isComplete() || facts.proof()) {
      return new Decision.RedLetter(reasons);
    }
    return new Decision.Wait(facts.lost() ? Awaited.PROOF : Awaited.COPIES_OR_PROOF, reasons);
  }

  private static Decision special(Facts facts, List<Reason> hindrances) {
    List<Reason> reasons = and(hindrances, Reason.SPECIAL_NEEDS_FORM);
    if (facts.stated().usedByBuyer()) {
      // nothing is sent back, so that no copy is missing
      reasons.remove(Reason.COPIES_MISSING);
      reasons.remove(Reason.COPIES_LOST);
      reasons.add(Reason.BUYER_FILES);
      return withForm(facts, reasons);
    }
    reasons.add(Reason.SELLER_FILES);
    if (facts.isComplete() || (facts.lost() && facts.proof())) {
      return withForm(facts, reasons);
    }
    return new Decision.Wait(facts.lost() ? Awaited.PROOF : Awaited.COPIES, List.copyOf(reasons));
  }

  private static Decision withForm(Facts facts, List<Reason> reasons) {
    CorrectionForm form = facts.form();
    if (form == null) {
      return new Decision.RedLetterWithForm(List.copyOf(reasons));
    }
    FormState state = form.at(facts.now(), facts.formKind());
    if (state.isAwaited()) {
      return new Decision.Wait(Awaited.FORM_CONFIRMATION, and(reasons, Reason.FORM_AWAITED));
    }
    if (state.isConfirmed()) {
      return new Decision.RedLetterWithForm(and(reasons, Reason.FORM_CONFIRMED));
    }
    return new Decision.RedLetterWithForm(
        and(reasons, state == FormState.LAPSED ? Reason.FORM_LAPSED : Reason.FORM_ENDED));
  }

  private static List<Reason> and(List<Reason> reasons, Reason more) {
    List<Reason> all = new ArrayList<>(reasons);
    all.add(more);
    return all;
  }
}
