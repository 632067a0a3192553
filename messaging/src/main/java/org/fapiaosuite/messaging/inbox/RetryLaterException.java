package org.fapiaosuite.messaging.inbox;

/**
 * Thrown by a handler that cannot have its effect yet, for example because a fact from another
 * topic has not arrived: the event is parked, later events of the same aggregate behind it.
 */
public final class RetryLaterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is being waited for, without a word of the event's content. */
  public RetryLaterException(String reason) {
    super(reason);
  }
}
