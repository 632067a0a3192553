package org.fapiaosuite.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * Values that every service shares must suit every service, whatever library it uses and in
 * whatever version: they are made of the JDK's {@code java} packages and each other, JSpecify's
 * annotations apart.
 */
final class Frameworks {
  private static final List<String> FREE = List.of("java", "org.jspecify");

  private Frameworks() {}

  /** Nothing in the module knows anything beyond itself and the JDK. */
  static ArchRule stayOutOf(String root) {
    return classes()
        .should(
            Finding.none(
                "know nothing but the JDK and each other",
                (JavaClass type) ->
                    type.getDirectDependenciesFromSelf().stream()
                        .filter(use -> !isFree(use.getTargetClass(), root))
                        .map(Dependency::getDescription)));
  }

  private static boolean isFree(JavaClass used, String root) {
    JavaClass type = used.getBaseComponentType();
    return type.isPrimitive()
        || isWithin(type, root)
        || FREE.stream().anyMatch(free -> isWithin(type, free));
  }

  private static boolean isWithin(JavaClass type, String root) {
    String name = type.getPackageName();
    return name.equals(root) || name.startsWith(root + ".");
  }
}
