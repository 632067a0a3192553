package org.fapiaosuite.fapiao.kind;

/** What a Fapiao is made of; the law gives both the same effect (VAT Law Art. 34). */
public enum Medium {
  PAPER,
  /** Fully digitalised e-Fapiao (数电票). */
  ELECTRONIC
}
