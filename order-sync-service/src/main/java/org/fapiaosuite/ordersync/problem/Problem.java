package org.fapiaosuite.ordersync.problem;

import org.fapiaosuite.rest.problem.ProblemType;

/**
 * The problems that only this service answers with, beside {@link
 * org.fapiaosuite.rest.problem.StandardProblem}. Their words stand in the {@code problems} bundles.
 */
public enum Problem implements ProblemType {
  /** Its headers, time or signature do not prove that an active key of the platform sent it. */
  PUSH_NOT_VERIFIED(401, "push-not-verified"),
  /** The id was accepted before with another body; send new events under new ids. */
  PUSH_CHANGED(409, "push-changed");

  private final int status;
  private final String slug;

  Problem(int status, String slug) {
    this.status = status;
    this.slug = slug;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String slug() {
    return slug;
  }
}
