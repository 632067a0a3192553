package org.fapiaosuite.fapiao;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.Set;
import org.fapiaosuite.fapiao.document.DocumentStore;
import org.fapiaosuite.fapiao.issuing.Issuer;
import org.fapiaosuite.testkit.architecture.ModuleArchitecture;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ModuleArchitecture {

  private static final DescribedPredicate<JavaClass> RESOURCES =
      describe("are resources", type -> type.isAnnotatedWith(Path.class));

  private static final DescribedPredicate<JavaClass> STAFFS =
      describe(
          "are the service centre's",
          type ->
              type.isAnnotatedWith(Path.class)
                  && type.getAnnotationOfType(Path.class)
                      .value()
                      .startsWith("/api/v1/service-centre/"));

  ArchitectureTest() {
    super("org.fapiaosuite.fapiao");
  }

  @Override
  protected Set<String> portsToOtherMachines() {
    return Set.of(Issuer.class.getName(), DocumentStore.class.getName());
  }

  /** A customer's resource reaches data only by methods that take the customer. */
  @Test
  void customers_resources_never_read_by_id_alone() {
    neverReadByIdAlone(RESOURCES.and(not(STAFFS))).check(classes);
  }

  @Test
  void reading_by_id_alone_is_seen_where_staff_does_it() {
    assertTrue(neverReadByIdAlone(RESOURCES.and(STAFFS)).evaluate(classes).hasViolation());
  }

  @Test
  void a_customers_resource_takes_customers_only() {
    classes()
        .that(RESOURCES)
        .and()
        .resideInAnyPackage(
            "..bill..", "..application..", "..title..", "..issuing..", "..support..")
        .should()
        .beAnnotatedWith(RolesAllowed.class)
        .check(classes);
  }

  /** Elsewhere the service passes over them without a word. */
  @Test
  void migrations_in_java_are_where_flyway_looks_for_them() throws IOException {
    Properties configuration = new Properties();
    try (InputStream file = getClass().getResourceAsStream("/application.properties")) {
      configuration.load(file);
    }
    String locations = configuration.getProperty("quarkus.flyway.locations");
    classes()
        .that()
        .implement(JavaMigration.class)
        .should()
        .resideInAnyPackage(locations.replace('/', '.').split(","))
        .check(classes);
  }

  private static ArchRule neverReadByIdAlone(DescribedPredicate<JavaClass> resources) {
    return noClasses().that(resources).should().callMethodWhere(ofAnyRepository());
  }

  private static DescribedPredicate<JavaCall<?>> ofAnyRepository() {
    return describe(
        "is what every repository has",
        call ->
            call.getTarget()
                .resolveMember()
                .filter(method -> method.getOwner().isEquivalentTo(PanacheRepositoryBase.class))
                .isPresent());
  }
}
