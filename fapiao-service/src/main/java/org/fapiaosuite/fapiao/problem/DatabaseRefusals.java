package org.fapiaosuite.fapiao.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import org.fapiaosuite.rest.problem.ProblemSource;
import org.fapiaosuite.rest.problem.ProblemType;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** What it means to the caller when the database, as the last judge, refuses a change. */
@ApplicationScoped
class DatabaseRefusals implements ProblemSource {

  @Override
  public @Nullable ProblemType problemOf(Throwable cause) {
    if (cause instanceof ConstraintViolationException refused) {
      return Problem.ofConstraint(refused.getConstraintName());
    }
    return cause instanceof OptimisticLockException ? StandardProblem.CONFLICT : null;
  }
}
