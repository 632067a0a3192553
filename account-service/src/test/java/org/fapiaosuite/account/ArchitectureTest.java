package org.fapiaosuite.account;

import org.fapiaosuite.testkit.architecture.ModuleArchitecture;

class ArchitectureTest extends ModuleArchitecture {
  ArchitectureTest() {
    super("org.fapiaosuite.account");
  }
}
