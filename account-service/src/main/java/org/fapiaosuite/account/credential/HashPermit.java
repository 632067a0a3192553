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
 * A few password hashes at a time, and at most twenty waiting for each: a hash takes 19 MiB and all
 * of a core, which must not be anybody's to multiply. At most half of the cores and a quarter of
 * the heap are for hashes, but always one hash. Not configurable on purpose.
 */
@Singleton
class HashPermit {

  private static final int QUEUE = 20;
  private static final int CORES_FOR_ONE = 2;
  private static final int PART_OF_HEAP = 4;
  private static final Duration COME_BACK = Duration.ofSeconds(2);

  private final Semaphore permits;
  private final int most;
  private final AtomicInteger inside = new AtomicInteger();
  private final Duration patience;

  @Inject
  HashPermit(CredentialConfig config, HashCost cost) {
    this(
        config.hashPatience(),
        atOnce(Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory(), cost));
  }

  HashPermit(Duration patience, int atOnce) {
    this.patience = patience;
    this.permits = new Semaphore(atOnce, true);
    this.most = atOnce * (1 + QUEUE);
  }

  /**
   * How many hashes of this cost may run at once.
   *
   * @param heap most bytes of it
   */
  static int atOnce(int cores, long heap, HashCost cost) {
    long fit = heap / PART_OF_HEAP / (cost.memory() * 1024L);
    return (int) Math.max(1, Math.min(cores / CORES_FOR_ONE, fit));
  }

  /**
   * Runs the hash when it is its turn.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 503 when the queue is full
   */
  <T> T run(Supplier<T> hash) {
    try {
      if (inside.incrementAndGet() > most
          || !permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw StandardProblem.UNAVAILABLE.with().retryAfter(COME_BACK);
      }
      try {
        return hash.get();
      } finally {
        permits.release();
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
