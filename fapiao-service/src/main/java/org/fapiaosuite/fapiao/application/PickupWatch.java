package org.fapiaosuite.fapiao.application;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.fapiao.application.events.ApplicationEvent;
import org.fapiaosuite.fapiao.calendar.Calendars;
import org.fapiaosuite.fapiao.calendar.Promise;
import org.fapiaosuite.fapiao.delivery.DeliveryConfig;
import org.fapiaosuite.fapiao.progress.Actor;
import org.jboss.logging.Logger;

/**
 * Reminds customers of what they have to pick up, some working days before the last one, and takes
 * it back after it.
 */
@ApplicationScoped
class PickupWatch {

  private static final Logger LOG = Logger.getLogger(PickupWatch.class);
  private static final int BATCH = 100;

  private final Applications applications;
  private final Calendars calendars;
  private final DeliveryConfig config;
  private final ApplicationJournal journal;
  private final Clock clock;

  PickupWatch(
      Applications applications,
      Calendars calendars,
      DeliveryConfig config,
      ApplicationJournal journal,
      Clock clock) {
    this.applications = applications;
    this.calendars = calendars;
    this.config = config;
    this.journal = journal;
    this.clock = clock;
  }

  @Scheduled(
      every = "${fapiao.delivery.pickup.look-every:1m}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    List<UUID> due = QuarkusTransaction.requiringNew().call(this::due);
    for (UUID id : due) {
      QuarkusTransaction.requiringNew().run(() -> tend(id));
    }
    if (!due.isEmpty()) {
      LOG.infof("pick-ups reminded of or taken back, count=%d", due.size());
    }
  }

  private List<UUID> due() {
    LocalDate today = today();
    LocalDate soon = calendars.now().days().after(today, config.pickup().reminderWorkingDays());
    return applications.pickupsToTend(today, soon, BATCH);
  }

  private void tend(UUID id) {
    Application application = applications.lock(id).orElseThrow();
    LocalDate until = application.pickupUntil();
    if (application.status() != ApplicationStatus.READY_FOR_PICKUP || until == null) {
      return;
    }
    Optional<ApplicationEvent> event =
        until.isBefore(today())
            ? application.lapse(config.branch().name())
            : application.remind(config.branch().name());
    journal.record(application, event, Actor.SYSTEM, null);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Promise.CHINA);
  }
}
