package org.fapiaosuite.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What the compiler does not see and yet holds in every module. A module's ArchitectureTest extends
 * this with its root package, and adds what holds only there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ModuleArchitecture {
  /** The module's classes without its tests. */
  protected final JavaClasses classes;

  private final String root;

  protected ModuleArchitecture(String root) {
    this.root = root;
    this.classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root);
    if (classes.isEmpty()) {
      throw new IllegalArgumentException("no class in " + root);
    }
  }

  @Test
  void featuresDoNotDependOnEachOtherInCircles() {
    Features.in(root).formNoCircle().check(classes);
  }

  @Test
  void featuresDoNotReachIntoEachOther() {
    Features.in(root).keepTheirInternals().check(classes);
  }

  @Test
  void nothingIsFloatingPoint() {
    Numbers.areExact().check(classes);
  }

  @Test
  void timeComesFromTheClock() {
    Time.comesFromTheClock().check(classes);
  }

  @Test
  void eventsGoThroughTheOutbox() {
    Events.goThroughTheOutbox().check(classes);
  }

  @Test
  void noTransactionWaitsForTheNetwork() {
    Events.noTransactionWaitsForTheNetwork().check(classes);
  }

  @Test
  void everyEndpointSaysWhoMayCallIt() {
    Endpoints.sayWhoMayCallThem().check(classes);
  }

  @Test
  void entitiesStayInside() {
    Endpoints.showNoEntity().check(classes);
  }
}
