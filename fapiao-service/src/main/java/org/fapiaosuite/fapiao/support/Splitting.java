package org.fapiaosuite.fapiao.support;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.fapiaosuite.fapiao.application.ShareDrafts;
import org.fapiaosuite.fapiao.bill.Bill;
import org.fapiaosuite.fapiao.bill.TitledAmount;
import org.fapiaosuite.fapiao.problem.Problem;
import org.fapiaosuite.kernel.Money;
import org.fapiaosuite.rest.identity.Ids;

/** Makes of one bill the shares that a lead approved, and a draft of each. */
@ApplicationScoped
class Splitting {

  private final CaseRules rules;
  private final ShareDrafts drafts;
  private final Ids ids;

  Splitting(CaseRules rules, ShareDrafts drafts, Ids ids) {
    this.rules = rules;
    this.drafts = drafts;
    this.ids = ids;
  }

  /**
   * Divides the bill and drafts an application for each part, which the customer confirms.
   *
   * @param bill locked
   * @throws org.fapiaosuite.rest.problem.ProblemException 409 when another amount is left by now
   */
  void carryOut(SupportCase found, Bill bill) {
    Money left = rules.splittable(bill);
    Money asked = Money.sum(found.parts().stream().map(CasePart::amount).toList());
    if (!asked.equals(left)) {
      throw Problem.SPLIT_CHANGED.with(bill.orderNumber(), left.yuan(), asked.yuan());
    }
    List<TitledAmount> shares =
        found.parts().stream()
            .map(part -> new TitledAmount(part.amount(), part.title().key()))
            .toList();
    bill.split(shares, ids::next);
    for (CasePart part : found.parts()) {
      part.draftedAs(drafts.draft(bill, part.amount(), part.title(), found.accountId()).id());
    }
  }
}
