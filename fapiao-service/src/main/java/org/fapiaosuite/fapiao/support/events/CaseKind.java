package org.fapiaosuite.fapiao.support.events;

/** What a support case asks for. */
public enum CaseKind {
  /** Several Fapiao under several titles for one bill; a lead approves it. */
  SPLIT,
  /** Another title on an issued Fapiao, which has to be reversed for it; a lead approves it. */
  TITLE_CHANGE,
  /** Where the Fapiao is. */
  NOT_RECEIVED,
  /** Anything else. */
  OTHER;

  /** Whether a lead has to approve what is asked for. */
  public boolean needsApproval() {
    return this == SPLIT || this == TITLE_CHANGE;
  }
}
