package org.fapiaosuite.testkit.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;

/**
 * The time of day comes from the injected clock, which tests turn. {@code System.nanoTime} measures
 * how long something takes and is free.
 */
final class Time {
  private Time() {}

  static ArchRule comesFromTheClock() {
    return classes()
        .that(DescribedPredicate.not(simpleName("SystemClock")))
        .should(
            Finding.none(
                "take the time from the injected clock",
                (JavaClass type) ->
                    type.getAccessesFromSelf().stream()
                        .filter(access -> readsTheMachine(access.getTarget()))
                        .map(JavaAccess::getDescription)))
        .allowEmptyShould(true);
  }

  private static boolean readsTheMachine(AccessTarget target) {
    if (!(target instanceof AccessTarget.CodeUnitAccessTarget unit)) {
      return false;
    }
    JavaClass owner = unit.getOwner();
    boolean withoutArguments = unit.getRawParameterTypes().isEmpty();
    if (owner.isEquivalentTo(Clock.class)) {
      return unit.getName().startsWith("system") || unit.getName().startsWith("tick");
    }
    if (owner.isEquivalentTo(Date.class)) {
      return unit.getName().equals("<init>") && withoutArguments;
    }
    return switch (unit.getName()) {
      case "now" -> isOfJavaTime(owner) && !takesAClock(unit);
      case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
      case "getInstance" -> owner.isEquivalentTo(Calendar.class);
      default -> false;
    };
  }

  private static boolean isOfJavaTime(JavaClass owner) {
    return owner.getPackageName().equals("java.time")
        || owner.getPackageName().startsWith("java.time.");
  }

  private static boolean takesAClock(AccessTarget.CodeUnitAccessTarget unit) {
    return unit.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
  }
}
