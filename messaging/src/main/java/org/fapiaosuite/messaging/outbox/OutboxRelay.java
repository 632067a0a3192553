package org.fapiaosuite.messaging.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fapiaosuite.messaging.MessagingConfig;
import org.jboss.logging.Logger;

/**
 * Carries events from the outbox to Kafka. One relay a database works at a time: it holds a session
 * advisory lock on a connection of its own, and a copy of the service that finds the lock taken
 * stands by. It looks for what is <em>unsent</em>, never for what lies behind a position, so that a
 * transaction that commits late is not passed over. No transaction is open while it sends.
 */
@ApplicationScoped
class OutboxRelay implements Runnable {
  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final Duration STAND_BY = Duration.ofSeconds(1);
  private static final Duration PURGE_INTERVAL = Duration.ofHours(1);

  private final MessagingConfig config;
  private final Map<String, Object> kafka;
  private final String source;
  private final String url;
  private final String user;
  private final String password;
  private final Semaphore nudges = new Semaphore(0);
  private final Lock batchSent = new ReentrantLock();
  private final Condition batchEnd = batchSent.newCondition();
  private long batches; // guarded by batchSent
  private final Thread thread = new Thread(this, "outbox-relay");
  private volatile boolean running;

  OutboxRelay(
      MessagingConfig config,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      @ConfigProperty(name = "quarkus.application.name") String source,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password", defaultValue = "") String password) {
    this.config = config;
    this.kafka = kafka;
    this.source = source;
    this.url = url;
    this.user = user;
    this.password = password;
  }

  void start(@Observes StartupEvent event) {
    running = true;
    thread.setDaemon(true);
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    thread.interrupt();
    thread.join(config.deliveryTimeout().toMillis());
  }

  /** Something was committed: look now instead of at the next poll. */
  void nudge() {
    nudges.release();
  }

  /** Waits for the end of a batch, or that long; then the caller looks what has been sent. */
  void awaitBatch(long nanos) throws InterruptedException {
    batchSent.lock();
    try {
      long seen = batches;
      long left = nanos;
      while (batches == seen && left > 0) {
        left = batchEnd.awaitNanos(left);
      }
    } finally {
      batchSent.unlock();
    }
  }

  private void tellOfBatch() {
    batchSent.lock();
    try {
      batches++;
      batchEnd.signalAll();
    } finally {
      batchSent.unlock();
    }
  }

  @Override
  public void run() {
    try {
      while (running) {
        try (KafkaSender sender = new KafkaSender(kafka, source, config.deliveryTimeout())) {
          relayWhileConnected(sender);
        } catch (SQLException e) {
          LOG.warnf("outbox relay: database unavailable, sqlState=%s", e.getSQLState());
          rest(config.databaseRetryDelay());
        } catch (RuntimeException e) {
          LOG.error("outbox relay: failed, restarting", e);
          rest(config.brokerRetryDelay());
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("outbox relay: stopped");
    }
  }

  private void relayWhileConnected(KafkaSender sender) throws SQLException, InterruptedException {
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      OutboxTable table = new OutboxTable(connection, config);
      while (running && !table.tryLock()) {
        rest(STAND_BY);
      }
      long purgeAt = System.nanoTime();
      while (running) {
        List<OutboxTable.Row> batch = table.unsent();
        if (!batch.isEmpty()) {
          KafkaSender.Outcome outcome = sender.send(batch);
          table.markSent(outcome.sent());
          table.hold(outcome.unreachable(), config.brokerRetryDelay());
          table.holdLonger(outcome.refused(), config.refusedRetryCeiling());
          tellOfBatch();
        }
        if (System.nanoTime() - purgeAt >= 0) {
          table.purge(config.outboxRetention(), config.inboxRetention());
          purgeAt = System.nanoTime() + PURGE_INTERVAL.toNanos();
        }
        if (batch.size() < config.batchSize()) {
          awaitNudge();
        }
      }
    }
  }

  private void awaitNudge() throws InterruptedException {
    if (nudges.tryAcquire(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
      nudges.drainPermits();
    }
  }

  private static void rest(Duration duration) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(duration.toMillis());
  }
}
