package org.fapiaosuite.fapiao;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import org.fapiaosuite.testkit.architecture.ModuleArchitecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ModuleArchitecture {
  ArchitectureTest() {
    super("org.fapiaosuite.fapiao");
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
            JavaCall.Predicates.target(
                HasOwner.Predicates.With.owner(
                    JavaClass.Predicates.equivalentTo(PanacheRepositoryBase.class))))
        .check(classes);
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
        .check(classes);
  }
}
