package org.fapiaosuite.messaging.deadletter;

import org.fapiaosuite.rest.problem.ProblemType;

/** What can stand against a wish of staff. */
enum DeadLetterProblem implements ProblemType {
  /** Whoever asked cannot be the one who agrees. */
  FOUR_EYES(403, "four-eyes"),
  /** Nobody has asked that the event be discarded, so nobody can agree. */
  DISCARD_NOT_ASKED(409, "discard-not-asked"),
  /** The event was discarded: it is not handled again. */
  DISCARDED(409, "dead-letter-discarded");

  private final int status;
  private final String slug;

  DeadLetterProblem(int status, String slug) {
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
    return "messaging-problems";
  }
}
