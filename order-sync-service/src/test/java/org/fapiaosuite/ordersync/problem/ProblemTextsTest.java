package org.fapiaosuite.ordersync.problem;

import org.fapiaosuite.testkit.problem.ProblemCatalogue;

class ProblemTextsTest extends ProblemCatalogue {
  ProblemTextsTest() {
    super(Problem.values());
  }
}
