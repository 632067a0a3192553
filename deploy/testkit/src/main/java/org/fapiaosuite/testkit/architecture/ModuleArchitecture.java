package org.fapiaosuite.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
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

  /** The module's own types, by name, behind which another machine waits; none by default. */
  protected Set<String> portsToOtherMachines() {
    return Set.of();
  }

  @Test
  void features_do_not_depend_on_each_other_in_circles() {
    Features.in(root).formNoCircle().check(classes);
  }

  @Test
  void features_do_not_reach_into_each_other() {
    Features.in(root).keepTheirInternals().check(classes);
  }

  @Test
  void nothing_is_floating_point() {
    Numbers.areExact().check(classes);
  }

  @Test
  void time_comes_from_the_clock() {
    Time.comesFromTheClock().check(classes);
  }

  @Test
  void events_go_through_the_outbox() {
    Events.goThroughTheOutbox().check(classes);
  }

  @Test
  void no_transaction_waits_for_the_network() {
    Transactions.waitForNoOtherMachine(portsToOtherMachines()).check(classes);
  }

  @Test
  void every_endpoint_says_who_may_call_it() {
    Endpoints.sayWhoMayCallThem().check(classes);
  }

  @Test
  void entities_stay_inside() {
    Endpoints.showNoEntity().check(classes);
  }
}
