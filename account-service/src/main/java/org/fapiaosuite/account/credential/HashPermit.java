package org.fapiaosuite.account.credential;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.fapiaosuite.rest.problem.StandardProblem;

/**
 * One password hash at a time, and at most twenty waiting: a hash takes 19 MiB and about 20 ms of a
 * core, which must not be anybody's to multiply. Not configurable on purpose.
 */
@Singleton
class HashPermit {

  private static final int QUEUE = 20;
  private static final Duration COME_BACK = Duration.ofSeconds(2);

  private final Semaphore permit = new Semaphore(1, true);
  private final AtomicInteger inside = new AtomicInteger();
  private final Duration patience;

  @Inject
  HashPermit(CredentialConfig config) {
    this(config.hashPatience());
  }

  HashPermit(Duration patience) {
    this.patience = patience;
  }

  /**
   * Runs the hash when it is its turn.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 503 when the queue is full
   */
  <T> T run(Supplier<T> hash) {
    try {
      if (inside.incrementAndGet() > QUEUE + 1
          || !permit.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw StandardProblem.UNAVAILABLE.with().retryAfter(COME_BACK);
      }
      try {
        return hash.get();
      } finally {
        permit.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw StandardProblem.UNAVAILABLE.with().retryAfter(COME_BACK);
    } finally {
      inside.decrementAndGet();
    }
  }

  /** How many hash or wait right now. */
  int inside() {
    return inside.get();
  }
}
