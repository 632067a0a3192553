package org.fapiaosuite.rest.problem;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What went wrong in one request, in catalogue terms and already in the caller's language. */
record Finding(
    ProblemType problem,
    String detail,
    List<FieldViolation> violations,
    @Nullable Duration retryAfter,
    @Nullable String state) {

  /** One entry of {@code violations}. */
  record FieldViolation(String field, String message) {}

  static Finding of(ProblemType problem, Locale locale) {
    return new Finding(problem, ProblemTexts.detail(problem, locale), List.of(), null, null);
  }

  static Finding of(ProblemType problem, Locale locale, List<FieldViolation> violations) {
    return new Finding(problem, ProblemTexts.detail(problem, locale), violations, null, null);
  }

  static Finding of(ProblemType problem, Locale locale, Duration retryAfter) {
    return new Finding(problem, ProblemTexts.detail(problem, locale), List.of(), retryAfter, null);
  }

  static Finding of(ProblemException exception, Locale locale) {
    List<FieldViolation> violations =
        exception.violations().stream()
            .map(
                violation ->
                    new FieldViolation(
                        violation.field(),
                        ProblemTexts.text(
                            locale, violation.messageKey(), violation.arguments().toArray())))
            .toList();
    return new Finding(
        exception.problem(),
        ProblemTexts.detail(exception.problem(), locale, exception.arguments()),
        violations,
        exception.retryAfter(),
        exception.state());
  }
}
