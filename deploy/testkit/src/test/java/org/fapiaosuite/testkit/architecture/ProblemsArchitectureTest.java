package org.fapiaosuite.testkit.architecture;

import org.fapiaosuite.problems.ProblemType;

/** Here, since problems is built beside the infrastructure that the testkit waits for. */
class ProblemsArchitectureTest extends ModuleArchitecture {
  ProblemsArchitectureTest() {
    super(ProblemType.class.getPackageName());
  }
}
