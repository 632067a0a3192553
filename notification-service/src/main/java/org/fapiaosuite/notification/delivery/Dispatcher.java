package org.fapiaosuite.notification.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.fapiaosuite.notification.smtp.SmtpMailer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes due mails from the queue and sends them, a few at a time. A mail that the server is slow
 * about keeps its thread but gives up its place, so that the others pass it.
 */
@ApplicationScoped
class Dispatcher {
  private static final Logger LOG = Logger.getLogger(Dispatcher.class);

  private static final Duration IDLE_THREAD_ENDS = Duration.ofSeconds(30);

  private final SendQueue queue;
  private final QueueRecords records;
  private final Sender sender;
  private final SmtpMailer mailer;
  private final ServerGate gate;
  private final Bell bell;
  private final RetryPlan plan;
  private final DeliveryConfig config;
  private final DeliveryMetrics metrics;
  private final Clock clock;
  private final Semaphore places;
  private final Set<Lane> lanes = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads;
  private final Thread watch = new Thread(this::watch, "mail-dispatcher");
  private volatile boolean stopping;

  Dispatcher(
      SendQueue queue,
      QueueRecords records,
      Sender sender,
      SmtpMailer mailer,
      ServerGate gate,
      Bell bell,
      RetryPlan plan,
      DeliveryConfig config,
      DeliveryMetrics metrics,
      Clock clock) {
    this.queue = queue;
    this.records = records;
    this.sender = sender;
    this.mailer = mailer;
    this.gate = gate;
    this.bell = bell;
    this.plan = plan;
    this.config = config;
    this.metrics = metrics;
    this.clock = clock;
    this.places = new Semaphore(config.connections());
    this.threads = threads(config.connections() + config.slowConnections());
  }

  /** At most so many threads, whatever the moment at which one is given back; idle ones end. */
  private static ExecutorService threads(int most) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            most,
            most,
            IDLE_THREAD_ENDS.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> new Thread(task, "mail-sender"));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  void start(@Observes StartupEvent event) {
    watch.start();
  }

  /** Takes no more mails and lets those on their way arrive. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    bell.ring();
    watch.join(config.shutdown().toMillis());
    threads.shutdown();
    if (!threads.awaitTermination(config.shutdown().toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warnf("stopping while mails are being sent, count=%d", lanes.size());
    }
  }

  private void watch() {
    while (!stopping) {
      try {
        tendLanes();
        queue.expireLeases();
        records.tend();
        while (startLane()) {
          LOG.tracef("sender started, count=%d", lanes.size());
        }
        bell.await(config.pollInterval());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (SQLException e) {
        LOG.warnf("queue is waiting for the database, sqlState=%s", e.getSQLState());
        pause(config.pollInterval());
      } catch (RuntimeException e) {
        LOG.error("dispatcher failed", e);
        pause(config.pollInterval());
      }
    }
  }

  /** Lets others pass slow mails, ends hopeless conversations, closes idle connections. */
  private void tendLanes() {
    Duration longest = config.lease().multipliedBy(14).dividedBy(15);
    for (Lane lane : lanes) {
      if (lane.becomesSlow(config.slowAfter())) {
        places.release();
      }
      lane.abortIfOlderThan(longest);
    }
    mailer.tidy();
  }

  private boolean startLane() throws SQLException {
    if (stopping || lanes.size() >= config.connections() + config.slowConnections()) {
      return false;
    }
    if (!places.tryAcquire()) {
      return false;
    }
    boolean started = false;
    boolean admitted = false;
    try {
      admitted = gate.admits();
      Delivery first = admitted ? queue.claim() : null;
      if (first != null) {
        Lane lane = new Lane();
        lanes.add(lane);
        threads.execute(() -> work(lane, first));
        started = true;
      }
      return started;
    } finally {
      if (!started) {
        places.release();
        if (admitted) {
          gate.probeUnused();
        }
      }
    }
  }

  private void work(Lane lane, Delivery first) {
    try {
      Delivery current = first;
      while (current != null) {
        lane.nextMail();
        Ending ending = sender.send(current, lane::conversationStarts);
        current = settle(lane, current.settle(ending, plan, clock.instant()));
      }
    } catch (RuntimeException e) {
      LOG.error("sender failed; its mail is retried when the lease ends", e);
    } finally {
      lanes.remove(lane);
      if (lane.end()) {
        places.release();
      }
      bell.ring();
    }
  }

  /** Writes the outcome down, however long the database takes; the next mail if there is one. */
  private @Nullable Delivery settle(Lane lane, Delivery.Settlement settlement) {
    metrics.ended(settlement);
    boolean alone = false;
    while (true) {
      try {
        SendQueue.Settled settled =
            !alone && !stopping && !lane.isSlow() && gate.isOpen()
                ? queue.settleAndClaim(settlement)
                : new SendQueue.Settled(queue.settle(settlement), null);
        if (!settled.inTime()) {
          LOG.warnf(
              "lease was lost before the outcome was saved, delivery=%s",
              settlement.delivery().id());
        }
        return settled.next();
      } catch (SQLException | IllegalStateException e) {
        LOG.warnf("outcome is waiting for the database, cause=%s", cause(e));
        alone = true; // others need not wait for what keeps this one
        if (stopping) {
          throw new IllegalStateException("stopping without the database", e);
        }
        pause(config.pollInterval());
      }
    }
  }

  private static String cause(Exception failure) {
    return failure instanceof SQLException refused
        ? "sqlState " + refused.getSQLState()
        : failure.toString();
  }

  private static void pause(Duration duration) {
    try {
      TimeUnit.MILLISECONDS.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
