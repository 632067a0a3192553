package org.fapiaosuite.messaging.trust;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fapiaosuite.messaging.CloudEventHeaders;
import org.fapiaosuite.messaging.UnreadableEventException;
import org.jboss.logging.Logger;

/**
 * Reads {@code account.events} for revocations, in every copy of a service: each has to know them,
 * so there is no group to share the work, and no position to keep, since what matters is never
 * older than a token. Begins that far back; the start of the service waits until the end is
 * reached, so that nothing revoked while it was down is believed when it answers again.
 */
@ApplicationScoped
class RevocationReader implements Runnable {

  private static final Logger LOG = Logger.getLogger(RevocationReader.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Duration HOUSEKEEPING = Duration.ofMinutes(1);

  private final KnownRevocations known;
  private final RevocationTable table;
  private final RevocationConfig config;
  private final Clock clock;
  private final Map<String, Object> kafka;
  private final String service;
  private final Counter unreadable;
  private final CountDownLatch upToDate = new CountDownLatch(1);
  private final Thread thread = new Thread(this, "revocations");
  private final List<Revocation> unkept = new ArrayList<>();
  private volatile boolean running;

  RevocationReader(
      KnownRevocations known,
      RevocationTable table,
      RevocationConfig config,
      Clock clock,
      MeterRegistry registry,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.known = known;
    this.table = table;
    this.config = config;
    this.clock = clock;
    this.kafka = kafka;
    this.service = service;
    this.unreadable =
        Counter.builder("messaging.revocations.unreadable")
            .description("Events of ended sessions that could not be read and were passed over")
            .register(registry);
  }

  /** After the database's tables are there; the other parts start meanwhile. */
  void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event)
      throws SQLException {
    known.note(table.living(clock.instant()));
    running = true;
    thread.setDaemon(true);
    thread.start();
  }

  /** The last thing before the first request is answered. */
  void awaitUpToDate(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent event)
      throws InterruptedException {
    if (!upToDate.await(config.startLimit().toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("revocations: Kafka unavailable, starting with those in the database");
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    thread.interrupt();
    thread.join(RETRY.multipliedBy(2).toMillis());
  }

  @Override
  public void run() {
    try {
      while (running) {
        try (RecentAccountEvents events =
            RecentAccountEvents.since(clock.instant().minus(config.kept()), kafka, service)) {
          read(events);
        } catch (InterruptException e) {
          throw e;
        } catch (KafkaException e) {
          LOG.warnf("revocations: Kafka unavailable, error=%s", e.getClass().getName());
        } catch (RuntimeException e) {
          LOG.error("revocations: failed, restarting", e);
        }
        TimeUnit.MILLISECONDS.sleep(RETRY.toMillis());
      }
    } catch (InterruptedException | InterruptException e) {
      LOG.debug("revocations: stopped");
    }
  }

  /** Until the service stops, or there are more partitions than before. */
  private void read(RecentAccountEvents events) {
    long nextHousekeeping = System.nanoTime() + HOUSEKEEPING.toNanos();
    while (running) {
      take(events.poll(POLL));
      if (upToDate.getCount() > 0 && events.isUpToDate()) {
        upToDate.countDown();
      }
      if (System.nanoTime() - nextHousekeeping >= 0) {
        forget();
        if (events.hasOtherPartitions()) {
          return;
        }
        nextHousekeeping = System.nanoTime() + HOUSEKEEPING.toNanos();
      }
    }
  }

  /** In memory first, so that a database that is away delays nothing. */
  private void take(ConsumerRecords<String, byte[]> records) {
    List<Revocation> fresh = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      try {
        Revocation.of(CloudEventHeaders.read(record), config.kept())
            .filter(revocation -> revocation.until().isAfter(clock.instant()))
            .ifPresent(fresh::add);
      } catch (UnreadableEventException e) {
        unreadable.increment();
        LOG.warnf(
            "revocations: unreadable event passed over, partition=%d offset=%d",
            record.partition(), record.offset());
      }
    }
    known.note(fresh);
    unkept.addAll(fresh);
    if (!unkept.isEmpty()) {
      keep();
    }
  }

  private void keep() {
    try {
      table.keep(unkept);
      unkept.clear();
    } catch (SQLException e) {
      LOG.warnf("revocations: database unavailable, kept later, sqlState=%s", e.getSQLState());
    }
  }

  private void forget() {
    known.forget(clock.instant());
    unkept.removeIf(revocation -> !revocation.until().isAfter(clock.instant()));
    try {
      table.forget(clock.instant());
    } catch (SQLException e) {
      LOG.debugf("revocations: database unavailable, sqlState=%s", e.getSQLState());
    }
  }
}
