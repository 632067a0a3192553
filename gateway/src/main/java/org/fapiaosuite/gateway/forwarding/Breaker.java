package org.fapiaosuite.gateway.forwarding;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Spares a service that hangs, and its callers the waiting: after some timeouts in a row it lets
 * nothing through for a while, then one request at a time until one is answered. Refused
 * connections do not count, they fail soon anyway.
 */
final class Breaker {

  private final int most;
  private final long pauseNanos;
  private final LongSupplier nanoTime;
  private final AtomicInteger timeouts = new AtomicInteger();
  private final AtomicBoolean probing = new AtomicBoolean();
  private volatile long closedUntil;

  /**
   * A breaker that lets everything through at first.
   *
   * @param most timeouts in a row that are borne
   * @param nanoTime a clock that only goes forward
   */
  Breaker(int most, Duration pause, LongSupplier nanoTime) {
    this.most = most;
    this.pauseNanos = pause.toNanos();
    this.nanoTime = nanoTime;
  }

  /** Whether a request may try. Who may must tell the end: answered, timed out or neither. */
  boolean admits() {
    if (timeouts.get() < most) {
      return true;
    }
    return nanoTime.getAsLong() - closedUntil >= 0 && probing.compareAndSet(false, true);
  }

  void answered() {
    timeouts.set(0);
    probing.set(false);
  }

  void timedOut() {
    closedUntil = nanoTime.getAsLong() + pauseNanos;
    timeouts.incrementAndGet();
    probing.set(false);
  }

  /** It ended otherwise, as when the caller went away. */
  void neither() {
    probing.set(false);
  }
}
