package org.fapiaosuite.fapiao.correction;

/** What has to come before a correction is possible. */
public enum Awaited {
  /** All copies the buyer has. */
  COPIES,
  /** The copies, or the buyer's valid proof in their place. */
  COPIES_OR_PROOF,
  /** The buyer's valid proof, since the copies are lost. */
  PROOF,
  /** The other side's confirmation of the form. */
  FORM_CONFIRMATION
}
