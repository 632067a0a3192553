package org.fapiaosuite.fapiao.problem;

import org.fapiaosuite.rest.problem.ProblemType;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/**
 * The problems that only this service answers with, beside {@link
 * org.fapiaosuite.rest.problem.StandardProblem}. Their words stand in the {@code problems} bundles.
 */
public enum Problem implements ProblemType {
  /** The application is no longer a draft, so it cannot be replaced. */
  CANNOT_EDIT(409, "cannot-edit"),
  /** Only a draft can be discarded; what was confirmed can be cancelled. */
  CANNOT_DISCARD(409, "cannot-discard"),
  /** Only a draft can be confirmed. */
  CANNOT_CONFIRM(409, "cannot-confirm"),
  /** The service centre has taken the application on, or it has ended. */
  CANNOT_CANCEL(409, "cannot-cancel"),
  /** A refund cannot make the application smaller any more; no request is answered with it. */
  CANNOT_REDUCE(409, "cannot-reduce"),
  /** The Fapiao is on its way, ready for pick-up, or the application has ended. */
  CANNOT_CHANGE_DELIVERY(409, "cannot-change-delivery"),
  /** Only an application that is SUBMITTED can be accepted. */
  CANNOT_ACCEPT(409, "cannot-accept"),
  /** The application is being issued or has ended. */
  CANNOT_REJECT(409, "cannot-reject"),
  /** The application is not accepted yet, being issued, or issued with other numbers. */
  CANNOT_ISSUE(409, "cannot-issue"),
  /** Only an application that is ISSUED or RETURNED can be mailed out. */
  CANNOT_MAIL_OUT(409, "cannot-mail-out"),
  /** Only an application that is ISSUED can be marked ready for pick-up. */
  CANNOT_MAKE_READY(409, "cannot-make-ready"),
  /** Only an application that is READY_FOR_PICKUP can be handed over. */
  CANNOT_HAND_OVER(409, "cannot-hand-over"),
  /** The application is not MAILED_OUT, or another outcome is recorded already. */
  CANNOT_RECORD_OUTCOME(409, "cannot-record-outcome"),
  /** Somebody else of the service centre works on the application; a lead can end that. */
  APPLICATION_CLAIMED(409, "application-claimed"),
  /** More applications match than an export holds; a filter makes them fewer. */
  EXPORT_TOO_LARGE(422, "export-too-large"),
  /** The customer chose another way of delivery; change the delivery or follow it. */
  OTHER_DELIVERY(409, "other-delivery"),
  /** The bill cannot be applied for at present; {@code state} is its block reason. */
  NOT_INVOICEABLE(409, "not-invoiceable"),
  /** All of the bill is applied for; {@code state} is the status of that application. */
  ALREADY_APPLIED(409, "already-applied"),
  /** A part of the bill was applied for under another title: the rest needs the same buyer. */
  OTHER_TITLE(409, "other-title"),
  /** Another amount of the bill is left than when the draft was saved: replace the draft. */
  AMOUNT_CHANGED(409, "amount-changed"),
  /** The support case is RESOLVED or CLOSED; open another one. */
  CASE_ENDED(409, "case-ended"),
  /** Only a SPLIT and a TITLE_CHANGE are approved. */
  NOTHING_TO_APPROVE(409, "nothing-to-approve"),
  /** A lead has decided otherwise. */
  ALREADY_DECIDED(409, "already-decided"),
  /** Another amount of the bill is left than the parts add up to: refuse it and say so. */
  SPLIT_CHANGED(409, "split-changed"),
  /** The application leads to no Fapiao; {@code state} is its status. */
  NO_FAPIAO_TO_COME(409, "no-fapiao-to-come"),
  /** The case asks for no papers. */
  NOTHING_TO_RETURN(409, "nothing-to-return"),
  /** The file has more bytes than one may have. */
  FILE_TOO_LARGE(413, "file-too-large"),
  /** The content of the file is no PDF, PNG or JPEG, whatever its name says. */
  FILE_TYPE(415, "file-type"),
  /** The account has as many open cases as it may. */
  TOO_MANY_CASES(409, "too-many-cases"),
  /** The case has as many messages or files as it may; open another one. */
  CASE_FULL(409, "case-full"),
  /** The number stands on another Fapiao; check what was typed. */
  FAPIAO_NUMBER_USED(409, "fapiao-number-used"),
  /** A number stands in a range that is registered; check what was typed. */
  RANGE_OVERLAPS(409, "range-overlaps"),
  /** Numbers of the range are held, issued or spoilt, so that it cannot be only expected. */
  STOCK_IN_USE(409, "stock-in-use"),
  /** The notice came by itself, since applications wait, and goes when none does. */
  AUTOMATIC_NOTICE(409, "automatic-notice"),
  /** All Fapiao of the application are void or taken back: nothing of it is to be delivered. */
  FAPIAO_REVERSED(409, "fapiao-reversed"),
  /** The law asks for another correction; {@code state} is which, the detail says why. */
  OTHER_CORRECTION(409, "other-correction"),
  /** Nothing of the Fapiao is left to be corrected, or it is a red letter itself. */
  CANNOT_CORRECT(409, "cannot-correct"),
  /** Another correction of the Fapiao is prepared or approved; {@code state} is how far it is. */
  CORRECTION_OPEN(409, "correction-open"),
  /** No correction of the Fapiao waits for this step; {@code state} is how the last one ended. */
  NOTHING_PREPARED(409, "nothing-prepared"),
  /** The form of the correction has lapsed or ended: enter another one, and prepare again. */
  FORM_LAPSED(409, "form-lapsed"),
  /** The form belongs to the correction of another Fapiao; check what was typed. */
  FORM_USED(409, "form-used"),
  /** Whoever asked cannot be the one who agrees. */
  FOUR_EYES(403, "four-eyes"),
  /** The Fapiao is not void or taken back in full, so that nothing can take its place. */
  NOT_REVERSED(409, "not-reversed"),
  /** Nothing is left of the bills: it was refunded, or applied for again. */
  NOTHING_TO_REISSUE(409, "nothing-to-reissue"),
  /** The account keeps a title of this type and name already. */
  TITLE_EXISTS(409, "title-exists"),
  /** The account keeps as many titles as it may; delete one first. */
  TOO_MANY_TITLES(409, "too-many-titles"),
  /** A request with this {@code Idempotency-Key} is being worked on; repeat it in a moment. */
  REQUEST_IN_FLIGHT(409, "request-in-flight"),
  /** The secret is not wanted any more; only services among themselves are answered with it. */
  GONE(410, "gone"),
  /** This {@code Idempotency-Key} was used with other content; take a new one. */
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
      case "one_correction_per_form" -> FORM_USED;
      case "one_title_per_name" -> TITLE_EXISTS;
      case "one_default_title", "seller_profile_pkey" -> StandardProblem.CONFLICT;
      default -> null;
    };
  }
}
