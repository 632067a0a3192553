package org.fapiaosuite.messaging;

import org.fapiaosuite.testkit.architecture.ModuleArchitecture;

class ArchitectureTest extends ModuleArchitecture {
  ArchitectureTest() {
    super("org.fapiaosuite.messaging");
  }
}
