package org.fapiaosuite.fapiao.title;

/** Who the buyer is: a natural person or any kind of organisation. */
public enum TitleType {
  INDIVIDUAL,
  ORGANIZATION
}
