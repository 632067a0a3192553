package org.fapiaosuite.ordersync;

import org.fapiaosuite.testkit.architecture.ModuleArchitecture;

class ArchitectureTest extends ModuleArchitecture {
  ArchitectureTest() {
    super("org.fapiaosuite.ordersync");
  }
}
