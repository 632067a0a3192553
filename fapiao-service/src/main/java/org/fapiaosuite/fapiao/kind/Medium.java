package org.fapiaosuite.fapiao.kind;

/** What a Fapiao is made of; the law gives both the same effect (VAT Law Art. 34). */
public enum Medium {
  /** A printed form, delivered by courier or picked up. */
  PAPER,
  /** A fully digitalised e-Fapiao (数电票), delivered by e-mail. */
  ELECTRONIC
}
