package org.fapiaosuite.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Wakes the dispatcher: rung when a mail was committed or one that was put off is due, so that it
 * need not wait for the poll.
 */
@ApplicationScoped
class Bell {
  private final Semaphore rung = new Semaphore(0);

  void ring() {
    rung.release();
  }

  /** Rings when a while is over, and never before. */
  void ringAfter(Duration wait) {
    CompletableFuture.delayedExecutor(wait.toMillis() + 1, TimeUnit.MILLISECONDS, Runnable::run)
        .execute(this::ring);
  }

  /** Returns when rung since the last time, or when the time is up. */
  void await(Duration atMost) throws InterruptedException {
    if (rung.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      rung.drainPermits();
    }
  }
}
