package org.fapiaosuite.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Keeps the queue standing while the mail server takes nothing at all: no mail spends its tries on
 * an outage, and all go out when the first one gets through.
 */
@ApplicationScoped
class ServerGate {
  private final DeliveryConfig config;
  private Duration pause = Duration.ZERO;
  private long closedUntil;
  private boolean probing;

  ServerGate(DeliveryConfig config) {
    this.config = config;
  }

  /**
   * Whether a mail may be offered now. After a pause one may, to see whether the server is back.
   */
  synchronized boolean admits() {
    if (pause.isZero()) {
      return true;
    }
    if (probing || System.nanoTime() - closedUntil < 0) {
      return false;
    }
    probing = true;
    return true;
  }

  /** The gate stands open; senders may go on without asking. */
  synchronized boolean isOpen() {
    return pause.isZero();
  }

  /** The server answered, whatever it said; true when it had been away. */
  synchronized boolean serverAnswered() {
    boolean news = !pause.isZero();
    pause = Duration.ZERO;
    probing = false;
    return news;
  }

  /** The server was not to be reached, or takes no mail; true when that is news. */
  synchronized boolean serverAway() {
    boolean news = pause.isZero();
    Duration longer = pause.isZero() ? config.serverPause() : pause.multipliedBy(2);
    Duration ceiling = config.serverPauseCeiling();
    pause = longer.compareTo(ceiling) < 0 ? longer : ceiling;
    closedUntil = System.nanoTime() + pause.toNanos();
    probing = false;
    return news;
  }

  /** The mail that was let through as a probe was not offered after all. */
  synchronized void probeUnused() {
    probing = false;
  }
}
