package org.fapiaosuite.fapiao.support;

import org.fapiaosuite.fapiao.wording.Worded;

/** Whose turn it is in a support case. */
public enum CaseStatus implements Worded {
  /** Nobody of the service centre has answered yet. */
  OPEN,
  /** The service centre has answered, and the customer reads, writes or sends something. */
  WAITING_FOR_CUSTOMER,
  /** The customer has answered. */
  WAITING_FOR_US,
  /** Settled. */
  RESOLVED,
  /** Refused, or its account was erased. */
  CLOSED;

  /** Whether nothing more happens to it. */
  public boolean hasEnded() {
    return this == RESOLVED || this == CLOSED;
  }

  @Override
  public String wordingKey() {
    return "case." + name();
  }
}
