package org.fapiaosuite.audit;

import org.fapiaosuite.testkit.architecture.ModuleArchitecture;

class ArchitectureTest extends ModuleArchitecture {
  ArchitectureTest() {
    super("org.fapiaosuite.audit");
  }
}
