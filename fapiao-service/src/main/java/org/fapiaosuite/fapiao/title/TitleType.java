package org.fapiaosuite.fapiao.title;

/** Who the buyer is: a natural person or any kind of organisation. */
public enum TitleType {
  /** A natural person; the name is enough. Cannot have a SPECIAL Fapiao. */
  INDIVIDUAL,
  /**
   * A company or any other organization; needs its taxpayer id unless the seller says otherwise.
   */
  ORGANIZATION
}
