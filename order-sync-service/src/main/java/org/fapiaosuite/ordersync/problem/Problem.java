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
  PUSH_CHANGED(409, "push-changed"),
  /** The order is not held for what describes it, so there is nothing to put right. */
  ORDER_NOT_MENDABLE(409, "order-not-mendable"),
  /** The order is not held, or for what staff cannot release it from. */
  ORDER_NOT_RELEASABLE(409, "order-not-releasable"),
  /** Nobody has proposed anything, so nobody can decide. */
  NOTHING_PROPOSED(409, "nothing-proposed"),
  /** What is proposed was for another reason than the order is held for now. */
  HELD_OTHERWISE(409, "held-otherwise"),
  /** Whoever asked cannot be the one who agrees. */
  FOUR_EYES(403, "four-eyes"),
  /** The push was taken again before. */
  PUSH_REDRIVEN(409, "push-redriven"),
  /** Taken again, the push is refused as it was. */
  PUSH_STILL_REFUSED(409, "push-still-refused");

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
