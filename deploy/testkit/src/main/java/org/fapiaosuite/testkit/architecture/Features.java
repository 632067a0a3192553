package org.fapiaosuite.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

/**
 * A feature is a package right below the module's root. What it offers to others is public in that
 * package or in its {@code events}; every other sub-package is its own. {@code rest} is known to
 * REST only, which may show one feature's view within another's.
 */
final class Features {
  private final String root;

  private Features(String root) {
    this.root = root;
  }

  static Features in(String root) {
    return new Features(root);
  }

  ArchRule formNoCircle() {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
  }

  ArchRule keepTheirInternals() {
    return classes()
        .should(
            Finding.none(
                "use of another feature its own package and its events only",
                (JavaClass user) ->
                    user.getDirectDependenciesFromSelf().stream()
                        .filter(this::reachesInside)
                        .map(Dependency::getDescription)));
  }

  private boolean reachesInside(Dependency use) {
    JavaClass user = use.getOriginClass();
    JavaClass used = use.getTargetClass().getBaseComponentType();
    return switch (part(used)) {
      case "", "events" -> false;
      case "rest" -> !isRest(user);
      default -> !feature(user).equals(feature(used));
    };
  }

  private boolean isRest(JavaClass user) {
    return part(user).equals("rest") || user.isAnnotatedWith(Endpoints.PATH);
  }

  private String feature(JavaClass type) {
    return segment(type, 0);
  }

  /** The sub-package of a feature that the class lies in; empty when it lies in none. */
  private String part(JavaClass type) {
    return segment(type, 1);
  }

  private String segment(JavaClass type, int index) {
    if (!type.getPackageName().startsWith(root + ".")) {
      return "";
    }
    String[] segments = type.getPackageName().substring(root.length() + 1).split("\\.", -1);
    return index < segments.length ? segments[index] : "";
  }
}
