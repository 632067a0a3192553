package org.fapiaosuite.fapiao.problem;

import org.fapiaosuite.rest.problem.ProblemException;
import org.fapiaosuite.rest.problem.StandardProblem;

/** Gathers everything that is wrong with a request, so that the caller hears of it at once. */
public final class Violations {

  private final ProblemException problem = StandardProblem.VALIDATION.with();

  /** Names a field and what is wrong with it; the message is a key of the problems bundle. */
  public void add(String field, String messageKey, Object... arguments) {
    problem.violation(field, messageKey, arguments);
  }

  public boolean isEmpty() {
    return problem.violations().isEmpty();
  }

  /** Ends the request when anything was wrong. */
  public void throwIfAny() {
    if (!isEmpty()) {
      throw problem;
    }
  }
}
