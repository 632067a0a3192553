package org.fapiaosuite.testkit.architecture;

/** Here, since rest is built beside the infrastructure that the testkit waits for. */
class RestArchitectureTest extends ModuleArchitecture {
  RestArchitectureTest() {
    super("org.fapiaosuite.rest");
  }
}
