package org.fapiaosuite.testkit.architecture;

/** Here, since problems is built beside the infrastructure that the testkit waits for. */
class ProblemsArchitectureTest extends ModuleArchitecture {
  ProblemsArchitectureTest() {
    super("org.fapiaosuite.problems");
  }
}
