package org.fapiaosuite.testkit.architecture;

import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Function;
import java.util.stream.Stream;

/** Conditions made of a function that names what is wrong with one class or method. */
final class Finding {

  private Finding() {}

  /** Violated once for each text that the function yields. */
  static <T> ArchCondition<T> none(String condition, Function<T, Stream<String>> findings) {
    return new ArchCondition<>(condition) {
      @Override
      public void check(T item, ConditionEvents events) {
        findings.apply(item).forEach(text -> events.add(SimpleConditionEvent.violated(item, text)));
      }
    };
  }
}
