package org.fapiaosuite.fapiao.application;

import java.util.Set;
import org.fapiaosuite.fapiao.wording.Worded;

/** How far an application is. */
public enum ApplicationStatus implements Worded {
  /** Saved, not confirmed; reserves nothing. */
  DRAFT,
  /** Confirmed and handed over to the service centre. */
  SUBMITTED,
  IN_PROCESS,
  /** No Fapiao of the kind is in stock, or the quota is used up. */
  WAITING_FOR_STOCK,
  /** The issuer was asked and has not answered. */
  ISSUING,
  /** The issuer was asked, and nobody knows whether it issued. */
  ISSUE_UNKNOWN,
  ISSUED,
  MAILED_OUT,
  READY_FOR_PICKUP,
  DELIVERED_ELECTRONICALLY,
  COMPLETED,
  /** The courier brought it back. */
  RETURNED,
  LOST,
  CANCELLED,
  REJECTED;

  /** States in which a promise is being kept. */
  public static final Set<ApplicationStatus> PROMISED =
      Set.of(SUBMITTED, IN_PROCESS, WAITING_FOR_STOCK, ISSUING, ISSUE_UNKNOWN);

  @Override
  public String wordingKey() {
    return "state." + name();
  }
}
