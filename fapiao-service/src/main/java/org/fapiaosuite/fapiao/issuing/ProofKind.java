package org.fapiaosuite.fapiao.issuing;

/** What stands in for copies that do not come back. */
public enum ProofKind {
  /** The buyer states in writing, under their seal, what became of the Fapiao. */
  BUYER_STATEMENT,
  /** The buyer's tax bureau certifies that it was not deducted. */
  TAX_BUREAU_CERTIFICATE
}
