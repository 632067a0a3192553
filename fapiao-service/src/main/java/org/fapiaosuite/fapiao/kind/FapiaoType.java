package org.fapiaosuite.fapiao.kind;

/** What a buyer can do with a Fapiao. */
public enum FapiaoType {
  /** Ordinary Fapiao (普通发票): proves an expense; for any buyer. */
  ORDINARY,
  /**
   * Special Fapiao (专用发票): also lets the buyer deduct the tax; never for a natural person (VAT Law
   * Implementation Regulations Art. 37).
   */
  SPECIAL
}
