package org.fapiaosuite.account.problem;

import org.fapiaosuite.rest.problem.ProblemType;

/**
 * Every problem this service answers with.
 *
 * <p>The slug is the stable name a program may rely on ({@code urn:fapiaosuite:problem:<slug>});
 * title and detail live under {@code <slug>.title} and {@code <slug>.detail} in the {@code
 * problems} bundles, in Chinese, English and German.
 */
public enum Problem implements ProblemType {
  UNREADABLE(400, "unreadable"),
  UNAUTHENTICATED(401, "unauthenticated"),
  CREDENTIALS_REFUSED(401, "credentials-refused"),
  FORBIDDEN(403, "forbidden"),
  PASSWORD_CHANGE_REQUIRED(403, "password-change-required"),
  NOT_FOUND(404, "not-found"),
  METHOD_NOT_ALLOWED(405, "method-not-allowed"),
  NOT_ACCEPTABLE(406, "not-acceptable"),
  CONFLICT(409, "conflict"),
  GONE(410, "gone"),
  PRECONDITION_FAILED(412, "precondition-failed"),
  TOO_LARGE(413, "too-large"),
  UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type"),
  VALIDATION(422, "validation"),
  LINK_NOT_VALID(422, "link-not-valid"),
  PRECONDITION_REQUIRED(428, "precondition-required"),
  TOO_MANY_REQUESTS(429, "too-many-requests"),
  INTERNAL(500, "internal"),
  UNAVAILABLE(503, "unavailable");

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
