package org.fapiaosuite.fapiao.correction;

import org.fapiaosuite.fapiao.wording.Worded;

/** How far a correction is. */
public enum CorrectionStatus implements Worded {
  /** A lead has to approve it. */
  PREPARED,
  /** Approved: the clerk acts at the tax bureau and records it. */
  APPROVED,
  /** A lead refused it, or whoever prepared it took it back. */
  REFUSED,
  /** Its form lapsed, was refused or withdrawn. */
  LAPSED,
  /** Done: the Fapiao is void. */
  VOIDED,
  /** Done: the red letter exists. */
  RED_LETTERED;

  boolean isDone() {
    return this == VOIDED || this == RED_LETTERED;
  }

  @Override
  public String wordingKey() {
    return "correction.status." + name();
  }
}
