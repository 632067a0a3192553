package org.fapiaosuite.testkit.architecture;

import org.fapiaosuite.kernel.Money;
import org.junit.jupiter.api.Test;

/** Here, since the testkit brings what the kernel must not know. */
class KernelArchitectureTest extends ModuleArchitecture {
  private static final String ROOT = Money.class.getPackageName();

  KernelArchitectureTest() {
    super(ROOT);
  }

  @Test
  void frameworks_stay_out_of_the_kernel() {
    Frameworks.stayOutOf(ROOT).check(classes);
  }
}
