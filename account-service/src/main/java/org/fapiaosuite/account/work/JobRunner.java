package org.fapiaosuite.account.work;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.OptimisticLockException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.fapiaosuite.messaging.AfterCommit;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;

/**
 * Works what is due: right after a commit that says so, and otherwise at every interval. On a
 * thread of its own, so that nothing of the request that made a row due is carried along.
 */
@ApplicationScoped
public class JobRunner implements Runnable {

  private static final Logger LOG = Logger.getLogger(JobRunner.class);
  private static final long STOP_MILLIS = 5000;
  private static final int DEEPEST_CAUSE = 20;

  private final List<Job> jobs;
  private final AfterCommit afterCommit;
  private final Duration interval;
  private final Semaphore nudges = new Semaphore(0);
  private final Thread thread = new Thread(this, "account-jobs");
  private volatile boolean running;

  JobRunner(@All List<Job> jobs, AfterCommit afterCommit, WorkConfig config) {
    this.jobs = jobs;
    this.afterCommit = afterCommit;
    this.interval = config.interval();
  }

  void start(@Observes StartupEvent event) {
    running = true;
    thread.setDaemon(true);
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    nudges.release();
    thread.join(STOP_MILLIS);
  }

  /** The transaction at hand made a row due: the jobs look right after its commit. */
  public void nudgeAfterCommit() {
    afterCommit.run(nudges::release);
  }

  @Override
  public void run() {
    try {
      while (running) {
        jobs.forEach(this::run);
        if (nudges.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS)) {
          nudges.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("jobs stopped");
    }
  }

  private void run(Job job) {
    try {
      Optional<UUID> row = job.claim();
      while (running && row.isPresent()) {
        workOne(job, row.get());
        row = job.claim();
      }
    } catch (RuntimeException e) {
      LOG.warnf("jobs are waiting, job=%s error=%s", job.getClass().getSimpleName(), e.getClass());
    }
  }

  private static void workOne(Job job, UUID row) {
    try {
      job.work(row);
    } catch (RuntimeException e) {
      if (isOvertaken(e)) {
        LOG.infof("the row was changed by someone else, job=%s row=%s", job.getClass(), row);
        return;
      }
      LOG.errorf(e, "job failed and will be retried, job=%s row=%s", job.getClass(), row);
    }
  }

  /** What was read had changed by the time it was written; nothing is wrong with either. */
  private static boolean isOvertaken(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
