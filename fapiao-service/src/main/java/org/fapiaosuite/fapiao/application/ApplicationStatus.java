package org.fapiaosuite.fapiao.application;

import java.util.Set;
import org.fapiaosuite.fapiao.wording.Worded;

/** How far an application is. */
public enum ApplicationStatus implements Worded {
  /** Saved, not confirmed yet; reserves nothing of its bills. */
  DRAFT,
  /**
   * Confirmed and handed over to the service centre; its bills are reserved, {@code dueAt} is set.
   */
  SUBMITTED,
  /** A clerk has taken it on; the customer cannot cancel it any more. */
  IN_PROCESS,
  /**
   * Accepted, but no Fapiao of the kind is in stock, or the quota is used up. It keeps its place
   * and goes on by itself; {@code dueAt} is absent until then, {@code expectedIssueAt} says when
   * that is expected.
   */
  WAITING_FOR_STOCK,
  /** The issuer was asked and has not answered yet. */
  ISSUING,
  /**
   * The issuer was asked, and its answer did not arrive: it is asked again until it is known
   * whether it issued.
   */
  ISSUE_UNKNOWN,
  /** Its Fapiao exist, see {@code GET /api/v1/fapiaos}; an electronic one stays in this state. */
  ISSUED,
  /** The paper Fapiao are with the courier, see {@code shipment}. */
  MAILED_OUT,
  /** The paper Fapiao can be picked up at the branch with the code from the mail. */
  READY_FOR_PICKUP,
  /** The electronic Fapiao was sent to its buyer. Reserved: not used yet. */
  DELIVERED_ELECTRONICALLY,
  /** Delivered by the courier or handed over at the branch; nothing follows. */
  COMPLETED,
  /**
   * The courier brought the parcel back, or nobody picked it up in time. Recipient, address and way
   * of delivery can be changed; it is mailed out or made ready for pick-up once more.
   */
  RETURNED,
  /** The courier lost the parcel. */
  LOST,
  /**
   * Cancelled by the customer, or by the suite after a refund; what it reserved can be applied for
   * again.
   */
  CANCELLED,
  /**
   * The service centre refused it; the progress says why. What it reserved can be applied for
   * again.
   */
  REJECTED;

  /** States in which a promise is being kept. */
  public static final Set<ApplicationStatus> PROMISED =
      Set.of(SUBMITTED, IN_PROCESS, ISSUING, ISSUE_UNKNOWN);

  @Override
  public String wordingKey() {
    return "state." + name();
  }
}
