package org.fapiaosuite.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.fapiaosuite.testkit.architecture.ModuleArchitecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ModuleArchitecture {
  ArchitectureTest() {
    super("org.fapiaosuite.gateway");
  }

  @Test
  void only_forwarding_knows_the_proxy_library() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..gateway.forwarding..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.vertx.httpproxy..")
        .check(classes);
  }

  @Test
  void nothing_sleeps() {
    noClasses().should().callMethod(Thread.class, "sleep", long.class).check(classes);
  }
}
