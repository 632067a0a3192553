package org.fapiaosuite.messaging.inbox;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fapiaosuite.messaging.IncomingEvent;
import org.fapiaosuite.messaging.MessagingConfig;
import org.fapiaosuite.messaging.deadletter.DeadLetter;
import org.fapiaosuite.messaging.deadletter.DeadLetters;
import org.jboss.logging.Logger;

/**
 * Tries parked events again when they are due, the first of each aggregate before the next; those
 * that a member of staff sends again come this way too. Kafka is not needed for it. Several copies
 * share the work row by row.
 */
@ApplicationScoped
class ParkedEvents implements Runnable {
  private static final Logger LOG = Logger.getLogger(ParkedEvents.class);

  private final Map<String, EventHandler> handlers;
  private final DeadLetters deadLetters;
  private final Attempt attempt;
  private final InboxMetrics metrics;
  private final MessagingConfig config;
  private final Thread thread = new Thread(this, "parked-events");
  private volatile boolean running;

  ParkedEvents(
      @All List<EventHandler> handlers,
      DeadLetters deadLetters,
      Attempt attempt,
      InboxMetrics metrics,
      MessagingConfig config) {
    this.handlers =
        handlers.stream().collect(Collectors.toMap(EventHandler::consumer, Function.identity()));
    this.deadLetters = deadLetters;
    this.attempt = attempt;
    this.metrics = metrics;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    if (!handlers.isEmpty()) {
      running = true;
      thread.setDaemon(true);
      thread.start();
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    thread.interrupt();
    thread.join(Duration.ofSeconds(5).toMillis());
  }

  @Override
  public void run() {
    while (running) {
      try {
        List<DeadLetter> due = deadLetters.due();
        for (DeadLetter entry : due) {
          tryAgain(entry);
        }
        if (!due.isEmpty()) {
          continue;
        }
      } catch (SQLException e) {
        LOG.warnf("parked events: waiting for the database, sqlState=%s", e.getSQLState());
      }
      try {
        TimeUnit.MILLISECONDS.sleep(config.parkPollInterval().toMillis());
      } catch (InterruptedException e) {
        LOG.debug("parked events: stopped");
        return;
      }
    }
  }

  private void tryAgain(DeadLetter entry) throws SQLException {
    EventHandler handler = handlers.get(entry.consumer());
    IncomingEvent event = entry.event();
    if (handler == null || event == null) {
      deadLetters.giveUp(entry.id(), handler == null ? "no such consumer" : entry.error());
      return;
    }
    metrics.retried(handler);
    try {
      attempt.setAside(
          handler,
          event,
          entry.traceparent(),
          () -> deadLetters.claim(entry.id()),
          () -> deadLetters.remove(entry.id()));
    } catch (RuntimeException | StackOverflowError e) {
      settle(entry, FailureKind.of(e), e.getClass().getName());
    }
  }

  private void settle(DeadLetter entry, FailureKind kind, String error) throws SQLException {
    List<Duration> schedule = config.parkSchedule();
    switch (kind) {
      case AWAY -> throw new SQLException("database away", "08000");
      case TRANSIENT -> {
        // Set aside after the tries in place, which stand before the first wait; each further
        // attempt is one step down the schedule. One that had no tries in place has them here.
        int step = Math.max(0, entry.attempts() - config.tries() + 1);
        if (step < schedule.size()) {
          deadLetters.parkAgain(entry.id(), schedule.get(step), error);
        } else {
          deadLetters.giveUp(entry.id(), error);
        }
      }
      case UNKNOWN, PERMANENT -> deadLetters.giveUp(entry.id(), error);
    }
    LOG.warnf(
        "parked event failed again, consumer=%s id=%s error=%s",
        entry.consumer(), entry.eventId(), error);
  }
}
