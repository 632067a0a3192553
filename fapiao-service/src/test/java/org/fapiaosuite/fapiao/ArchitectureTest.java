package org.fapiaosuite.fapiao;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What holds in every class of the service. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.fapiaosuite.fapiao");

  @Test
  void features_do_not_depend_on_each_other_in_circles() {
    slices().matching("org.fapiaosuite.fapiao.(*)..").should().beFreeOfCycles().check(CLASSES);
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
  void entities_stay_inside() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Path.class)
        .and()
        .arePublic()
        .should()
        .notHaveRawReturnType(CanBeAnnotated.Predicates.annotatedWith(Entity.class))
        .check(CLASSES);
  }

  /** A customer's resource reaches data only by methods that take the customer. */
  @Test
  void customers_resources_never_read_by_id_alone() {
    noClasses()
        .that()
        .areAnnotatedWith(Path.class)
        .and()
        .resideOutsideOfPackage("..servicecentre..")
        .should()
        .callMethodWhere(
            com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo(
                        PanacheRepositoryBase.class))))
        .check(CLASSES);
  }

  @Test
  void a_customers_resource_takes_customers_only() {
    classes()
        .that()
        .areAnnotatedWith(Path.class)
        .and()
        .resideInAnyPackage("..bill..", "..application..", "..title..", "..issuing..")
        .should()
        .beAnnotatedWith(RolesAllowed.class)
        .check(CLASSES);
  }
}
