package org.fapiaosuite.messaging.deadletter;

import org.fapiaosuite.testkit.problem.ProblemCatalogue;

class ProblemTextsTest extends ProblemCatalogue {
  ProblemTextsTest() {
    super(DeadLetterProblem.values());
  }
}
