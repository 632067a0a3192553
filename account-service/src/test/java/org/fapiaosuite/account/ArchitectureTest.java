package org.fapiaosuite.account;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What the compiler does not see. */
class ArchitectureTest {

  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.fapiaosuite.account");

  @Test
  void featuresDoNotDependOnEachOtherInCircles() {
    slices().matching("org.fapiaosuite.account.(*)..").should().beFreeOfCycles().check(SERVICE);
  }

  @Test
  void everyEndpointSaysWhoMayCallIt() {
    methods()
        .that(areEndpoints())
        .should()
        .beAnnotatedWith(PermitAll.class)
        .orShould()
        .beAnnotatedWith(RolesAllowed.class)
        .check(SERVICE);
  }

  @Test
  void entitiesStayInside() {
    noClasses().that().areAnnotatedWith(Path.class).should(answerWithEntities()).check(SERVICE);
  }

  @Test
  void timeComesFromTheClock() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(SERVICE);
  }

  @Test
  void nobodyKnowsRestButRest() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..rest..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..rest..")
        .check(SERVICE);
  }

  @Test
  void resourcesAreSmall() {
    classes().that().areAnnotatedWith(Path.class).should().bePublic().check(SERVICE);
  }

  private static com.tngtech.archunit.base.DescribedPredicate<JavaMethod> areEndpoints() {
    return com.tngtech.archunit.base.DescribedPredicate.describe(
        "are endpoints",
        method ->
            method.getAnnotations().stream()
                .anyMatch(
                    annotation ->
                        annotation.getRawType().isMetaAnnotatedWith(HttpMethod.class)
                            || annotation.getRawType().isAnnotatedWith(HttpMethod.class)));
  }

  private static ArchCondition<JavaClass> answerWithEntities() {
    return new ArchCondition<>("answer with entities") {
      @Override
      public void check(JavaClass resource, ConditionEvents events) {
        for (JavaMethod method : resource.getMethods()) {
          boolean entity =
              areEndpoints().test(method)
                  && method.getRawReturnType().isAnnotatedWith(Entity.class);
          events.add(new SimpleConditionEvent(method, entity, method.getFullName()));
        }
      }
    };
  }
}
