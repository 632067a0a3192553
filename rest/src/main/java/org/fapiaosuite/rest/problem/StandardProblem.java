package org.fapiaosuite.rest.problem;

/**
 * The problems that every service answers with, found by the framework, by the libraries or by the
 * service. A service may give one words of its own in its {@code problems} bundles.
 */
public enum StandardProblem implements ProblemType {
  UNREADABLE(400, "unreadable"),
  UNAUTHENTICATED(401, "unauthenticated"),
  FORBIDDEN(403, "forbidden"),
  NOT_FOUND(404, "not-found"),
  METHOD_NOT_ALLOWED(405, "method-not-allowed"),
  NOT_ACCEPTABLE(406, "not-acceptable"),
  CONFLICT(409, "conflict"),
  PRECONDITION_FAILED(412, "precondition-failed"),
  TOO_LARGE(413, "too-large"),
  UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type"),
  VALIDATION(422, "validation"),
  PRECONDITION_REQUIRED(428, "precondition-required"),
  TOO_MANY_REQUESTS(429, "too-many-requests"),
  INTERNAL(500, "internal"),
  UNAVAILABLE(503, "unavailable");

  private final int status;
  private final String slug;

  StandardProblem(int status, String slug) {
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

  @Override
  public String words() {
    return ProblemTexts.STANDARD;
  }

  /** The problem for a status that the framework chose by itself. */
  static StandardProblem ofStatus(int status) {
    for (StandardProblem problem : values()) {
      if (problem.status == status) {
        return problem;
      }
    }
    return status >= 500 ? INTERNAL : UNREADABLE;
  }
}
