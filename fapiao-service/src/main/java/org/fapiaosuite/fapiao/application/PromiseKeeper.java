package org.fapiaosuite.fapiao.application;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.fapiao.application.events.ApplicationEvent;
import org.fapiaosuite.fapiao.calendar.Calendars;
import org.fapiaosuite.fapiao.progress.Actor;
import org.jboss.logging.Logger;

/**
 * Computes promises again when a better calendar is loaded: each application remembers the revision
 * its promise was made with, so that none is forgotten, whatever stops in between.
 */
@ApplicationScoped
class PromiseKeeper {

  private static final Logger LOG = Logger.getLogger(PromiseKeeper.class);
  private static final int BATCH = 100;

  private final Applications applications;
  private final Calendars calendars;
  private final ApplicationJournal journal;

  PromiseKeeper(Applications applications, Calendars calendars, ApplicationJournal journal) {
    this.applications = applications;
    this.calendars = calendars;
    this.journal = journal;
  }

  @Scheduled(
      every = "${fapiao.promise.recompute-every:5s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void recompute() {
    List<UUID> behind =
        QuarkusTransaction.requiringNew()
            .call(() -> applications.promisedBefore(calendars.now().revision(), BATCH));
    for (UUID id : behind) {
      QuarkusTransaction.requiringNew().run(() -> recompute(id));
    }
    if (!behind.isEmpty()) {
      LOG.infof("promises recomputed, count=%d", behind.size());
    }
  }

  private void recompute(UUID id) {
    Application application = applications.lock(id).orElseThrow();
    if (!ApplicationStatus.PROMISED.contains(application.status())) {
      return;
    }
    Calendars.Snapshot calendar = calendars.now();
    Instant from = Objects.requireNonNull(application.promisedFrom());
    Optional<ApplicationEvent> event =
        application.promiseAgain(calendar.promise(from), calendar.revision());
    journal.record(application, event, Actor.SYSTEM, null);
  }
}
