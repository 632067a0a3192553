package org.fapiaosuite.notification.problem;

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
  FORBIDDEN(403, "forbidden"),
  NOT_FOUND(404, "not-found"),
  METHOD_NOT_ALLOWED(405, "method-not-allowed"),
  NOT_ACCEPTABLE(406, "not-acceptable"),
  CONFLICT(409, "conflict"),
  /** The mail's words or its recipient are gone, for example because the account was erased. */
  NOTHING_TO_RESEND(409, "nothing-to-resend"),
  /** The recipient is no address a mail can go to. */
  UNDELIVERABLE_ADDRESS(409, "undeliverable-address"),
  /** The recipient bounced; a lead can lift that. */
  SUPPRESSED_ADDRESS(409, "suppressed-address"),
  /** A new mail of this kind takes the reader's own password or click. */
  ONLY_THE_READER_CAN_ASK(409, "only-the-reader-can-ask"),
  TOO_LARGE(413, "too-large"),
  UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type"),
  VALIDATION(422, "validation"),
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
