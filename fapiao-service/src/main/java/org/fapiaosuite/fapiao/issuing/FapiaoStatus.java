package org.fapiaosuite.fapiao.issuing;

/** What a Fapiao is worth. */
public enum FapiaoStatus {
  ISSUED,
  /** On its way back from the buyer. */
  RETURNING,
  VOIDED,
  RED_LETTERED
}
