package org.fapiaosuite.rest.problem;

/**
 * The problems that every service answers with, found by the framework, by the libraries or by the
 * service. A service may give one words of its own in its {@code problems} bundles.
 */
public enum StandardProblem implements ProblemType {
  /** The request is not of the form described: its JSON, a parameter or a header. */
  UNREADABLE(400, "unreadable"),
  /** There is no access token, or it is expired or no longer valid. */
  UNAUTHENTICATED(401, "unauthenticated"),
  /** The account has none of the roles that may do this. */
  FORBIDDEN(403, "forbidden"),
  /** There is no such thing, or it is not the caller's. */
  NOT_FOUND(404, "not-found"),
  /** The path does not have this method; {@code Allow} names those it has. */
  METHOD_NOT_ALLOWED(405, "method-not-allowed"),
  /** None of the media types in {@code Accept} is served here. */
  NOT_ACCEPTABLE(406, "not-acceptable"),
  /** Not possible in the present state. */
  CONFLICT(409, "conflict"),
  /** It was changed since it was read. */
  PRECONDITION_FAILED(412, "precondition-failed"),
  /** The body is larger than the operation takes. */
  TOO_LARGE(413, "too-large"),
  /** The body is of a media type that is not taken here, or compressed. */
  UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type"),
  /** Some values are not acceptable; {@code violations} says which. */
  VALIDATION(422, "validation"),
  /** {@code If-Match} is missing. */
  PRECONDITION_REQUIRED(428, "precondition-required"),
  /** A limit is reached; wait as long as {@code Retry-After} says. */
  TOO_MANY_REQUESTS(429, "too-many-requests"),
  /** The failure is on this side, and recorded. */
  INTERNAL(500, "internal"),
  /** Something needed is not there for the moment; nothing was changed. */
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
