package org.fapiaosuite.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.fapiaosuite.testkit.architecture.ModuleArchitecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ModuleArchitecture {
  ArchitectureTest() {
    super("org.fapiaosuite.notification");
  }

  @Test
  void the_wire_knows_nothing_of_mails_and_events() {
    noClasses()
        .that()
        .resideInAPackage("..smtp..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "..delivery..", "..templates..", "..intake..", "org.fapiaosuite.messaging..")
        .check(classes);
  }

  @Test
  void only_the_sender_sees_secrets() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..secret..", "..delivery..")
        .should()
        .dependOnClassesThat()
        .haveSimpleName("SecretOwners")
        .check(classes);
  }
}
