package org.fapiaosuite.fapiao.problem;

import org.fapiaosuite.testkit.problem.ProblemCatalogue;

class ProblemTextsTest extends ProblemCatalogue {
  ProblemTextsTest() {
    super(Problem.values());
  }
}
