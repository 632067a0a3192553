package org.fapiaosuite.fapiao.problem;

import org.fapiaosuite.rest.problem.ProblemType;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/**
 * The problems that only this service answers with, beside {@link
 * org.fapiaosuite.rest.problem.StandardProblem}. Their words stand in the {@code problems} bundles.
 */
public enum Problem implements ProblemType {
  CANNOT_EDIT(409, "cannot-edit"),
  CANNOT_DISCARD(409, "cannot-discard"),
  CANNOT_CONFIRM(409, "cannot-confirm"),
  CANNOT_CANCEL(409, "cannot-cancel"),
  CANNOT_REDUCE(409, "cannot-reduce"),
  CANNOT_CHANGE_DELIVERY(409, "cannot-change-delivery"),
  CANNOT_ACCEPT(409, "cannot-accept"),
  CANNOT_REJECT(409, "cannot-reject"),
  CANNOT_ISSUE(409, "cannot-issue"),
  CANNOT_MAIL_OUT(409, "cannot-mail-out"),
  CANNOT_MAKE_READY(409, "cannot-make-ready"),
  CANNOT_HAND_OVER(409, "cannot-hand-over"),
  CANNOT_RECORD_OUTCOME(409, "cannot-record-outcome"),
  OTHER_DELIVERY(409, "other-delivery"),
  NOT_INVOICEABLE(409, "not-invoiceable"),
  ALREADY_APPLIED(409, "already-applied"),
  OTHER_TITLE(409, "other-title"),
  AMOUNT_CHANGED(409, "amount-changed"),
  FAPIAO_NUMBER_USED(409, "fapiao-number-used"),
  TITLE_EXISTS(409, "title-exists"),
  TOO_MANY_TITLES(409, "too-many-titles"),
  REQUEST_IN_FLIGHT(409, "request-in-flight"),
  GONE(410, "gone"),
  KEY_REUSED(422, "idempotency-key-reused");

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

  /** The problem behind a constraint of the database that refused a change; null for others. */
  static @Nullable ProblemType ofConstraint(@Nullable String constraint) {
    if (constraint == null) {
      return null;
    }
    return switch (constraint) {
      case "one_live_application_per_share" -> ALREADY_APPLIED;
      case "one_fapiao_per_number" -> FAPIAO_NUMBER_USED;
      case "one_title_per_name" -> TITLE_EXISTS;
      case "one_default_title" -> StandardProblem.CONFLICT;
      default -> null;
    };
  }
}
