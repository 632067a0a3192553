package org.fapiaosuite.fapiao.issuing;

import org.fapiaosuite.fapiao.wording.Worded;

/** Whether a Fapiao is valid. */
public enum FapiaoStatus implements Worded {
  /** Valid. */
  ISSUED,
  /** Its copies are on their way back from the buyer, or here, for a correction. */
  RETURNING,
  /** Declared void (作废) in the month it was issued in; worth nothing. */
  VOIDED,
  /** Reversed in full by Fapiao with negative amounts (红字). */
  RED_LETTERED;

  @Override
  public String wordingKey() {
    return "fapiao." + name();
  }
}
