package org.fapiaosuite.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/**
 * Methods that JAX-RS calls: annotated with a verb, whichever, or with a path of their own. The
 * annotations go by name, so that a module without REST needs none of them.
 */
final class Endpoints {
  static final String PATH = "jakarta.ws.rs.Path";
  private static final String VERB = "jakarta.ws.rs.HttpMethod";
  private static final String ENTITY = "jakarta.persistence.Entity";
  private static final List<String> AUTHORISATION =
      List.of(
          "jakarta.annotation.security.RolesAllowed",
          "jakarta.annotation.security.PermitAll",
          "jakarta.annotation.security.DenyAll",
          "io.quarkus.security.Authenticated",
          "io.quarkus.security.PermissionsAllowed");

  private Endpoints() {}

  /** One without such an annotation would be open to everybody: that has to be said. */
  static ArchRule sayWhoMayCallThem() {
    return methods()
        .that(describe("are endpoints", Endpoints::isEndpoint))
        .should(Finding.none("say who may call them", Endpoints::unsaid))
        .allowEmptyShould(true);
  }

  static ArchRule showNoEntity() {
    return methods()
        .that(describe("are endpoints", Endpoints::isEndpoint))
        .should(Finding.none("neither take nor give an entity", Endpoints::entities))
        .allowEmptyShould(true);
  }

  private static boolean isEndpoint(JavaMethod method) {
    return method.isAnnotatedWith(PATH) || method.isMetaAnnotatedWith(VERB);
  }

  private static Stream<String> unsaid(JavaMethod method) {
    boolean said =
        AUTHORISATION.stream()
            .anyMatch(
                annotation ->
                    method.isAnnotatedWith(annotation)
                        || method.getOwner().isAnnotatedWith(annotation));
    return said ? Stream.empty() : Stream.of(method.getDescription());
  }

  private static Stream<String> entities(JavaMethod method) {
    return Stream.<JavaType>concat(
            Stream.of(method.getReturnType()), method.getParameterTypes().stream())
        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
        .map(JavaClass::getBaseComponentType)
        .filter(type -> type.isAnnotatedWith(ENTITY))
        .map(type -> method.getDescription() + " shows " + type.getName());
  }
}
