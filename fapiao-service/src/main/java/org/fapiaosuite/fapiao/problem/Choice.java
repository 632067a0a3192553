package org.fapiaosuite.fapiao.problem;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.fapiaosuite.rest.problem.ProblemException;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** Reads query parameters that name one of several values. */
public final class Choice {

  private Choice() {}

  /**
   * The value of that name; null when the parameter is absent.
   *
   * @throws ProblemException 422 with the names that are known
   */
  public static <E extends Enum<E>> @Nullable E of(
      Class<E> values, String parameter, @Nullable String name) {
    if (name == null) {
      return null;
    }
    return Arrays.stream(values.getEnumConstants())
        .filter(value -> value.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                StandardProblem.VALIDATION
                    .with()
                    .violation(parameter, "violation.choice", names(values)));
  }

  /** True or false; null when the parameter is absent. */
  public static @Nullable Boolean flag(String parameter, @Nullable String value) {
    if (value == null) {
      return null;
    }
    return switch (value) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default ->
          throw StandardProblem.VALIDATION
              .with()
              .violation(parameter, "violation.choice", "true, false");
    };
  }

  private static <E extends Enum<E>> String names(Class<E> values) {
    return Arrays.stream(values.getEnumConstants())
        .map(Enum::name)
        .collect(Collectors.joining(", "));
  }
}
