package org.fapiaosuite.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Money, tax and everything else is counted exactly. Only measurements are floating point, since
 * Micrometer knows nothing else: its methods may be called, and a class that is named after its
 * metrics may hand it readings; and the weight of a language in Accept-Language, since the JDK's
 * reader knows nothing else.
 */
final class Numbers {
  private static final Set<String> FLOATING =
      Set.of("double", "float", "java.lang.Double", "java.lang.Float");
  private static final String MICROMETER = "io.micrometer.";
  private static final String LANGUAGE_WEIGHT = "java.util.Locale$LanguageRange";

  private Numbers() {}

  static ArchRule areExact() {
    return classes().should(Finding.none("use no floating point", Numbers::inexact));
  }

  private static Stream<String> inexact(JavaClass type) {
    if (measures(type)) {
      return Stream.empty();
    }
    return Stream.of(
            type.getFields().stream().filter(Numbers::isFloating).map(JavaField::getDescription),
            type.getCodeUnits().stream()
                .filter(Numbers::takesOrGivesFloating)
                .map(JavaCodeUnit::getDescription),
            type.getAccessesFromSelf().stream()
                .filter(Numbers::reachesFloating)
                .map(JavaAccess::getDescription))
        .flatMap(findings -> findings);
  }

  private static boolean measures(JavaClass type) {
    return type.getSimpleName().endsWith("Metrics")
        && type.getDirectDependenciesFromSelf().stream()
            .anyMatch(use -> use.getTargetClass().getName().startsWith(MICROMETER));
  }

  private static boolean isFloating(JavaField field) {
    return floating(List.of(field.getType()));
  }

  private static boolean takesOrGivesFloating(JavaCodeUnit unit) {
    return floating(unit.getParameterTypes()) || floating(List.of(unit.getReturnType()));
  }

  private static boolean reachesFloating(JavaAccess<?> access) {
    AccessTarget target = access.getTarget();
    String owner = target.getOwner().getName();
    if (owner.startsWith(MICROMETER) || owner.equals(LANGUAGE_WEIGHT)) {
      return false;
    }
    if (target instanceof AccessTarget.CodeUnitAccessTarget unit) {
      return floating(unit.getRawParameterTypes()) || floating(List.of(unit.getRawReturnType()));
    }
    return target instanceof AccessTarget.FieldAccessTarget field
        && floating(List.of(field.getRawType()));
  }

  private static boolean floating(Collection<? extends JavaType> types) {
    return types.stream()
        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
        .anyMatch(type -> FLOATING.contains(type.getBaseComponentType().getName()));
  }
}
