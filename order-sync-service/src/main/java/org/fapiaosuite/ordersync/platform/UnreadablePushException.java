package org.fapiaosuite.ordersync.platform;

/** A body, well signed, that is not the JSON it should be. */
public final class UnreadablePushException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreadablePushException() {
    super("unreadable", null, false, false);
  }
}
