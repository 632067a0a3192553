package org.fapiaosuite.notification.problem;

import org.fapiaosuite.rest.problem.ProblemType;

/**
 * The problems that only this service answers with, beside {@link
 * org.fapiaosuite.rest.problem.StandardProblem}. Their words stand in the {@code problems} bundles.
 */
public enum Problem implements ProblemType {
  /** The mail's words or its recipient are gone, for example because the account was erased. */
  NOTHING_TO_RESEND(409, "nothing-to-resend"),
  /** The recipient is no address a mail can go to. */
  UNDELIVERABLE_ADDRESS(409, "undeliverable-address"),
  /** The recipient bounced; a lead can lift that. */
  SUPPRESSED_ADDRESS(409, "suppressed-address"),
  /** A new mail of this kind takes the reader's own password or click. */
  ONLY_THE_READER_CAN_ASK(409, "only-the-reader-can-ask");

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
