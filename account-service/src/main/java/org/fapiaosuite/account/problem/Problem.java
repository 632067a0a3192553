package org.fapiaosuite.account.problem;

import org.fapiaosuite.rest.problem.ProblemType;

/**
 * The problems that only this service answers with, beside {@link
 * org.fapiaosuite.rest.problem.StandardProblem}. Their words stand in the {@code problems} bundles.
 */
public enum Problem implements ProblemType {
  /** Address and password do not belong together, or the account is not activated yet. */
  CREDENTIALS_REFUSED(401, "credentials-refused"),
  /** The token is of a temporary password: set a new one first. */
  PASSWORD_CHANGE_REQUIRED(403, "password-change-required"),
  /** The page is of an origin that may not refresh sessions. An administrator can allow it. */
  FORBIDDEN_ORIGIN(403, "forbidden-origin"),
  /** Whoever asked cannot be the one who agrees. */
  FOUR_EYES(403, "four-eyes"),
  /** The claim does not wait for its payer, so staff have nothing to decide. */
  CLAIM_NOT_WAITING(409, "claim-not-waiting"),
  /** Nobody has prepared it, so nobody can drop it. */
  NOTHING_PREPARED(409, "nothing-prepared"),
  /** It was used, was replaced by a newer one, or has expired. */
  GONE(410, "gone"),
  /** The token of the link was used, replaced by a newer one, or has expired. */
  LINK_NOT_VALID(422, "link-not-valid"),
  /** It is not of a trusted issuer, not good for this suite, expired, or was used before. */
  TOKEN_NOT_TAKEN(422, "token-not-taken");

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
