package org.fapiaosuite.rest.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fapiaosuite.rest.problem.Finding.FieldViolation;
import org.jspecify.annotations.Nullable;

/** Finds the catalogue entry for whatever ended a request; no exception's text is passed on. */
final class Diagnosis {

  /** Classes of SQLSTATE that pass: connection, resources, operator, serialisation, lock. */
  private static final Set<String> PASSING = Set.of("08", "53", "57", "40", "55");

  private static final Duration RETRY = Duration.ofSeconds(2);
  private static final int DEEPEST_CAUSE = 12;

  private Diagnosis() {}

  /**
   * @param status the status the framework would answer with
   * @param cause the exception that ended the request
   */
  static Finding of(
      int status, @Nullable Throwable cause, Locale locale, List<ProblemSource> sources) {
    if (cause instanceof ConstraintViolationException invalid) {
      return Finding.of(StandardProblem.VALIDATION, locale, violations(invalid));
    }
    Throwable current = cause;
    for (int depth = 0; current != null && depth < DEEPEST_CAUSE; depth++) {
      if (current instanceof ProblemException known) {
        return Finding.of(known, locale);
      }
      for (ProblemSource source : sources) {
        ProblemType told = source.problemOf(current);
        if (told != null) {
          return Finding.of(told, locale);
        }
      }
      if (isAway(current)) {
        return Finding.of(StandardProblem.UNAVAILABLE, locale, RETRY);
      }
      current = current.getCause();
    }
    ProblemType problem = StandardProblem.ofStatus(status);
    return problem == StandardProblem.UNAVAILABLE
        ? Finding.of(problem, locale, RETRY)
        : Finding.of(problem, locale);
  }

  private static List<FieldViolation> violations(ConstraintViolationException invalid) {
    return invalid.getConstraintViolations().stream()
        .map(violation -> new FieldViolation(field(violation), violation.getMessage()))
        .sorted(Comparator.comparing(FieldViolation::field).thenComparing(FieldViolation::message))
        .toList();
  }

  /** {@code register.request.items[0].billId} is told as {@code items[0].billId}. */
  private static String field(ConstraintViolation<?> violation) {
    StringBuilder field = new StringBuilder();
    String parameter = "";
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getKind() == ElementKind.PARAMETER) {
        parameter = node.getName();
      } else if (node.getKind() != ElementKind.METHOD) {
        String step = node.toString();
        field.append(field.isEmpty() || step.startsWith("[") ? "" : ".").append(step);
      }
    }
    return field.isEmpty() ? parameter : field.toString();
  }

  private static boolean isAway(Throwable cause) {
    if (cause instanceof SQLTransientException) {
      return true;
    }
    if (cause instanceof SQLException sql) {
      String state = sql.getSQLState();
      return state == null || PASSING.contains(state.substring(0, Math.min(2, state.length())));
    }
    return false;
  }
}
