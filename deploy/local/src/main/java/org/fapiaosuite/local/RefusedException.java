package org.fapiaosuite.local;

/** The suite cannot be started; the message is for the user. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  RefusedException(String message) {
    super(message);
  }
}
