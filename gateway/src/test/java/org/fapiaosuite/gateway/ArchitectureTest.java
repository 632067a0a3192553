package org.fapiaosuite.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.fapiaosuite.gateway");

  @Test
  void packagesFormNoCycle() {
    slices().matching("org.fapiaosuite.gateway.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyForwardingKnowsTheProxyLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..gateway.forwarding..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.vertx.httpproxy..")
        .check(CLASSES);
  }

  @Test
  void nothingReadsTheClockOrSleeps() {
    noClasses().should().callMethod(Instant.class, "now").check(CLASSES);
    noClasses().should().callMethod(LocalDate.class, "now").check(CLASSES);
    noClasses().should().callMethod(Thread.class, "sleep", long.class).check(CLASSES);
  }
}
