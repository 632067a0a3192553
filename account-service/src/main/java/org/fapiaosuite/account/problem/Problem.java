package org.fapiaosuite.account.problem;

import org.fapiaosuite.rest.problem.ProblemType;

/**
 * The problems that only this service answers with, beside {@link
 * org.fapiaosuite.rest.problem.StandardProblem}. Their words stand in the {@code problems} bundles.
 */
public enum Problem implements ProblemType {
  CREDENTIALS_REFUSED(401, "credentials-refused"),
  PASSWORD_CHANGE_REQUIRED(403, "password-change-required"),
  FORBIDDEN_ORIGIN(403, "forbidden-origin"),
  GONE(410, "gone"),
  LINK_NOT_VALID(422, "link-not-valid");

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
