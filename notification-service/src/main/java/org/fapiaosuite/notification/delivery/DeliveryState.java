package org.fapiaosuite.notification.delivery;

/** Where a mail stands. */
public enum DeliveryState {
  /** Not offered to the mail server yet. */
  PENDING,
  /** Somebody holds the lease and is talking to the mail server. */
  SENDING,
  /** The server could not take it; tried again by schedule. */
  TEMPORARY_FAILURE,
  /** The server may have it: its last answer never came. Tried again with the same Message-ID. */
  UNKNOWN,
  /** The server has it. */
  SENT,
  /** It will not be tried again: refused, or given up. */
  PERMANENT_FAILURE,
  /**
   * Nobody wants it any more: its secret was used, superseded or has expired, or the account is
   * gone.
   */
  DROPPED;

  /** Whether nothing moves it any further by itself. */
  public boolean isFinal() {
    return switch (this) {
      case PENDING, SENDING, TEMPORARY_FAILURE, UNKNOWN -> false;
      case SENT, PERMANENT_FAILURE, DROPPED -> true;
    };
  }

  /** Whether it waits for its next try. */
  public boolean isWaiting() {
    return switch (this) {
      case PENDING, TEMPORARY_FAILURE, UNKNOWN -> true;
      case SENDING, SENT, PERMANENT_FAILURE, DROPPED -> false;
    };
  }
}
