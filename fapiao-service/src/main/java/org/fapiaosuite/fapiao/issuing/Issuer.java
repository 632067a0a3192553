package org.fapiaosuite.fapiao.issuing;

import java.util.List;

/**
 * Whoever makes Fapiao legal: the clerk at the tax bureau's device, later a certified provider.
 * Numbers come from here only.
 */
public interface Issuer {

  /**
   * Issues the documents of the plan, in its order.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException when the order cannot be carried out
   */
  List<IssuedFapiao> issue(IssueOrder order);
}
