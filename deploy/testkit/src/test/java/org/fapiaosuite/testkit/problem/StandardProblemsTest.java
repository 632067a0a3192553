package org.fapiaosuite.testkit.problem;

import org.fapiaosuite.rest.problem.StandardProblem;

/** Here, since rest is built beside the infrastructure that the testkit waits for. */
class StandardProblemsTest extends ProblemCatalogue {
  StandardProblemsTest() {
    super(StandardProblem.values());
  }
}
