package org.fapiaosuite.messaging.inbox;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.fapiaosuite.messaging.CloudEventHeaders;
import org.fapiaosuite.messaging.IncomingEvent;
import org.fapiaosuite.messaging.MessagingConfig;
import org.fapiaosuite.messaging.UnreadableEventException;
import org.fapiaosuite.messaging.deadletter.DeadLetters;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets each event have its effect once, however often Kafka brings it: the event's id is inserted
 * first, in the transaction of the effect. A record is acknowledged only when the effect is
 * committed, or when the whole event has been set aside in the database.
 */
@ApplicationScoped
public class Inbox {
  private static final Logger LOG = Logger.getLogger(Inbox.class);
  private static final BigInteger THREE = BigInteger.valueOf(3);
  private static final String BEHIND = "behind an earlier event of the same aggregate";

  private final Attempt attempt;
  private final DeadLetters deadLetters;
  private final InboxMetrics metrics;
  private final MessagingConfig config;
  private final Clock clock;
  private volatile boolean stopping;

  Inbox(
      Attempt attempt,
      DeadLetters deadLetters,
      InboxMetrics metrics,
      MessagingConfig config,
      Clock clock) {
    this.attempt = attempt;
    this.deadLetters = deadLetters;
    this.metrics = metrics;
    this.config = config;
    this.clock = clock;
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
  }

  /**
   * Handles one record of a channel; returns when it is settled and may be acknowledged.
   *
   * <p>A handler that fails is tried again in place ({@link MessagingConfig#tries}). Then an event
   * whose cause will pass is parked and tried by schedule, any other is a dead letter. While the
   * database is away the record waits, without counting.
   *
   * @throws IllegalStateException when the service stops meanwhile: the record stays unacknowledged
   *     and comes again
   */
  public void receive(EventHandler handler, ConsumerRecord<String, byte[]> record) {
    Instant firstSeenAt = clock.instant();
    IncomingEvent event;
    try {
      event = CloudEventHeaders.read(record);
    } catch (UnreadableEventException e) {
      setAside(handler, record, null, 0, null, e.getClass().getName(), firstSeenAt);
      return;
    }
    String traceparent = CloudEventHeaders.value(record, CloudEventHeaders.TRACEPARENT);
    int tries = 0;
    while (true) {
      try {
        if (attempt.inOrder(handler, event, traceparent) == Attempt.Result.BEHIND) {
          setAside(handler, record, event, 0, Duration.ZERO, BEHIND, firstSeenAt);
        }
        return;
      } catch (RuntimeException | StackOverflowError e) {
        FailureKind kind = FailureKind.of(e);
        if (kind == FailureKind.AWAY) {
          rest(config.databaseRetryDelay());
          continue;
        }
        tries++;
        LOG.warnf(
            "event failed, consumer=%s id=%s type=%s try=%d error=%s",
            handler.consumer(), event.id(), event.type(), tries, e.getClass().getName());
        if (tries >= config.tries() || kind == FailureKind.PERMANENT) {
          Duration retryIn = kind == FailureKind.TRANSIENT ? config.parkSchedule().get(0) : null;
          setAside(handler, record, event, tries, retryIn, e.getClass().getName(), firstSeenAt);
          return;
        }
      }
      metrics.retried(handler);
      rest(jittered(tries));
    }
  }

  /**
   * Handles the records that a poll brought, in one transaction, which costs a burst of events a
   * fraction of one each. Where that fails, or one of them is parked, unreadable or behind a parked
   * one, they are handled one by one; either way each has its effect once.
   *
   * @throws IllegalStateException as {@link #receive(EventHandler, ConsumerRecord)}
   */
  public void receive(EventHandler handler, ConsumerRecords<String, byte[]> records) {
    if (records.count() < 2 || !receivedTogether(handler, records)) {
      records.forEach(record -> receive(handler, record));
    }
  }

  private boolean receivedTogether(EventHandler handler, ConsumerRecords<String, byte[]> records) {
    try {
      List<Attempt.Told> all = new ArrayList<>(records.count());
      for (ConsumerRecord<String, byte[]> record : records) {
        String traceparent = CloudEventHeaders.value(record, CloudEventHeaders.TRACEPARENT);
        all.add(new Attempt.Told(CloudEventHeaders.read(record), traceparent));
      }
      return attempt.together(handler, all);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.infof(
          "events are handled one by one, consumer=%s count=%d error=%s",
          handler.consumer(), records.count(), e.getClass().getName());
      return false;
    }
  }

  private void setAside(
      EventHandler handler,
      ConsumerRecord<String, byte[]> record,
      @Nullable IncomingEvent event,
      int tries,
      @Nullable Duration retryIn,
      String error,
      Instant firstSeenAt) {
    while (true) {
      try {
        deadLetters.add(handler.consumer(), record, event, tries, retryIn, error, firstSeenAt);
        LOG.warnf(
            "event set aside, consumer=%s topic=%s partition=%d offset=%d error=%s",
            handler.consumer(), record.topic(), record.partition(), record.offset(), error);
        return;
      } catch (SQLException e) {
        LOG.warnf("waiting for the database to set an event aside, sqlState=%s", e.getSQLState());
        rest(config.databaseRetryDelay());
      }
    }
  }

  /** Up to the first delay, three times as much for each try after it (full jitter). */
  private Duration jittered(int tries) {
    long ceiling = config.firstRetryDelay().toMillis() * THREE.pow(tries - 1).longValueExact();
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(ceiling + 1));
  }

  private void rest(Duration duration) {
    if (stopping) {
      throw new IllegalStateException("stopping; the event stays with Kafka");
    }
    try {
      TimeUnit.MILLISECONDS.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted; the event stays with Kafka", e);
    }
  }
}
