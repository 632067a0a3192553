package org.fapiaosuite.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What holds in every class of the service. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.fapiaosuite.notification");

  @Test
  void features_do_not_depend_on_each_other_in_circles() {
    slices()
        .matching("org.fapiaosuite.notification.(*)..")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
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
        .check(CLASSES);
  }

  @Test
  void only_the_sender_sees_secrets() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..secret..", "..delivery..")
        .should()
        .dependOnClassesThat()
        .haveSimpleName("SecretOwners")
        .check(CLASSES);
  }

  @Test
  void no_floating_point_anywhere() {
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
        .or()
        .areAnnotatedWith(DELETE.class)
        .should()
        .beAnnotatedWith(RolesAllowed.class)
        .check(CLASSES);
  }
}
