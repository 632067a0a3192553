package org.fapiaosuite.fapiao.issuing.manual;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.fapiaosuite.fapiao.issuing.IssueOrder;
import org.fapiaosuite.fapiao.issuing.IssuedFapiao;
import org.fapiaosuite.fapiao.issuing.Issuer;
import org.fapiaosuite.fapiao.issuing.NumberEntry;
import org.fapiaosuite.fapiao.tax.FapiaoPlan;
import org.fapiaosuite.rest.problem.StandardProblem;

/** The clerk issues on the tax bureau's device and types in what it printed. */
@ApplicationScoped
class ManualIssuer implements Issuer {

  @Override
  public List<IssuedFapiao> issue(IssueOrder order) {
    List<FapiaoPlan.Part> parts = order.plan().parts();
    if (parts.size() != order.entries().size()) {
      throw StandardProblem.VALIDATION
          .with()
          .violation("fapiaos", "violation.fapiao-count", Integer.toString(parts.size()));
    }
    List<IssuedFapiao> issued = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      NumberEntry entry = order.entries().get(i);
      issued.add(new IssuedFapiao(entry.number(), entry.issuedOn(), parts.get(i).total()));
    }
    return issued;
  }
}
