package org.fapiaosuite.fapiao.issuing.manual;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.fapiaosuite.fapiao.issuing.IssueOrder;
import org.fapiaosuite.fapiao.issuing.IssueOutcome;
import org.fapiaosuite.fapiao.issuing.IssuedFapiao;
import org.fapiaosuite.fapiao.issuing.Issuer;
import org.fapiaosuite.fapiao.issuing.NumberEntry;
import org.fapiaosuite.fapiao.tax.FapiaoPlan;

/**
 * The clerk issues on the tax bureau's device and types in what it printed. That has happened
 * before anybody asks here, so that both questions have the same answer: what was typed in.
 */
@ApplicationScoped
class ManualIssuer implements Issuer {

  @Override
  public String name() {
    return MANUAL;
  }

  @Override
  public IssueOutcome issue(IssueOrder order) {
    return outcomeOf(order);
  }

  @Override
  public IssueOutcome outcomeOf(IssueOrder order) {
    List<IssuedFapiao> issued = new ArrayList<>();
    List<FapiaoPlan.Part> parts = order.plan().parts();
    for (int i = 0; i < parts.size(); i++) {
      NumberEntry entry = order.entries().get(i);
      issued.add(new IssuedFapiao(entry.number(), entry.issuedOn(), parts.get(i).total()));
    }
    return new IssueOutcome.Issued(issued);
  }
}
