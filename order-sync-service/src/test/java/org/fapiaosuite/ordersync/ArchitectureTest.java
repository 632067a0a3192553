package org.fapiaosuite.ordersync;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What holds in every class of the service. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.fapiaosuite.ordersync");

  @Test
  void features_do_not_depend_on_each_other_in_circles() {
    slices().matching("org.fapiaosuite.ordersync.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void money_is_never_floating_point() {
    fields().should().notHaveRawType(double.class).check(CLASSES);
    fields().should().notHaveRawType(float.class).check(CLASSES);
    fields().should().notHaveRawType(Double.class).check(CLASSES);
    methods().should().notHaveRawReturnType(double.class).check(CLASSES);
  }

  @Test
  void time_comes_from_the_clock_that_is_injected() {
    noClasses().should().callMethod(Instant.class, "now").check(CLASSES);
    noClasses().should().callMethod(LocalDate.class, "now").check(CLASSES);
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(CLASSES);
  }

  @Test
  void every_endpoint_says_who_may_call_it() {
    methods()
        .that()
        .areAnnotatedWith(GET.class)
        .or()
        .areAnnotatedWith(POST.class)
        .should()
        .beAnnotatedWith(RolesAllowed.class)
        .orShould()
        .beDeclaredInClassesThat()
        .areAnnotatedWith(RolesAllowed.class)
        .orShould()
        .beDeclaredInClassesThat()
        .areAnnotatedWith(PermitAll.class)
        .check(CLASSES);
  }

  @Test
  void entities_stay_inside() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Path.class)
        .and()
        .arePublic()
        .should()
        .notHaveRawReturnType(
            com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith(
                Entity.class))
        .check(CLASSES);
  }
}
