package org.fapiaosuite.fapiao.issuing;

/** Whether a Fapiao is valid. */
public enum FapiaoStatus {
  /** Valid. */
  ISSUED,
  /** On its way back from the buyer, for a correction. Reserved: not used yet. */
  RETURNING,
  /** Declared void (作废) in the month it was issued in; worth nothing. Reserved: not used yet. */
  VOIDED,
  /** Reversed by a Fapiao with a negative amount (红字). Reserved: not used yet. */
  RED_LETTERED
}
