package org.fapiaosuite.simulator.deliveries;

import org.jspecify.annotations.Nullable;

/** One event on its way; its id stays the same over all attempts and copies. */
public final class Push {

  /** Where a push stands. */
  public enum Outcome {
    /** Not taken yet; tried again with back-off. */
    PENDING,
    /** Answered with a 2xx. */
    DELIVERED,
    /** Answered with 400, 409 or 422: it would not help to repeat it. */
    REFUSED,
    /** Lost on the way, by order of {@link Faults}. */
    LOST
  }

  private final String id;
  private final String type;
  private final String orderNumber;
  private byte @Nullable [] body;
  private Outcome outcome = Outcome.PENDING;
  private int attempts;
  private int lastStatus;

  public Push(String id, String type, String orderNumber, byte[] body) {
    this.id = id;
    this.type = type;
    this.orderNumber = orderNumber;
    this.body = body;
  }

  public String id() {
    return id;
  }

  /** The bytes to send; null once it is over. */
  synchronized byte @Nullable [] body() {
    return body;
  }

  /** Ends the push and lets its body go. Only the first end counts. */
  public synchronized boolean end(Outcome how, int status) {
    if (outcome != Outcome.PENDING) {
      return false;
    }
    outcome = how;
    lastStatus = status;
    body = null;
    return true;
  }

  /**
   * Counts an attempt; says how many there were.
   *
   * @param status of the answer; 0 when there was none
   */
  synchronized int attempted(int status) {
    lastStatus = status;
    return ++attempts;
  }

  /** How it stands now. */
  public synchronized View view() {
    return new View(id, type, orderNumber, outcome, attempts, lastStatus);
  }

  /**
   * A push as {@code GET /deliveries} shows it.
   *
   * @param attempts since the simulator started, copies included
   * @param lastStatus of the last answer; 0 when nobody answered
   */
  public record View(
      String id, String type, String orderNumber, Outcome outcome, int attempts, int lastStatus) {}
}
