package org.fapiaosuite.fapiao.kind;

/** What a buyer can do with a Fapiao. */
public enum FapiaoType {
  /** Proof of an expense (普通发票); for anybody. */
  ORDINARY,
  /** Also lets the buyer deduct input tax (专用发票); never for a natural person. */
  SPECIAL
}
