package org.fapiaosuite.fapiao.issuing;

/** How an attempt to issue stands. */
enum AttemptState {
  /** The issuer is being asked, under a lease. */
  ASKED,
  /** It was asked, and nobody knows what it did. */
  UNKNOWN,
  ISSUED,
  REFUSED,
  /** A clerk entered the numbers instead of waiting for the answer. */
  REPLACED;

  boolean isOpen() {
    return switch (this) {
      case ASKED, UNKNOWN -> true;
      case ISSUED, REFUSED, REPLACED -> false;
    };
  }
}
