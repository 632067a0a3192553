package org.fapiaosuite.ordersync.reconciliation;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.fapiaosuite.ordersync.platform.PlatformAdapter;
import org.fapiaosuite.ordersync.platform.Platforms;
import org.fapiaosuite.ordersync.platform.StatementsConfig;
import org.fapiaosuite.ordersync.statement.StatementCalendar;
import org.fapiaosuite.ordersync.statement.StatementDays;
import org.fapiaosuite.rest.identity.Ids;
import org.jboss.logging.Logger;

/**
 * Sees to it that every day gets its statement: plans the days, and works through those that are
 * due. However many copies of the service run this, each day is claimed by one.
 */
@ApplicationScoped
public class ReconciliationDesk {
  private static final Logger LOG = Logger.getLogger(ReconciliationDesk.class);

  private final Platforms platforms;
  private final StatementDays days;
  private final StatementCalendar calendar;
  private final StatementReconciler reconciler;
  private final StatementsConfig config;
  private final Ids ids;
  private final Clock clock;

  /** What failed and has not been given back. */
  private final Queue<Failed> failed = new ConcurrentLinkedQueue<>();

  ReconciliationDesk(
      Platforms platforms,
      StatementDays days,
      StatementCalendar calendar,
      StatementReconciler reconciler,
      StatementsConfig config,
      Ids ids,
      Clock clock) {
    this.platforms = platforms;
    this.days = days;
    this.calendar = calendar;
    this.reconciler = reconciler;
    this.config = config;
    this.ids = ids;
    this.clock = clock;
  }

  private record Failed(StatementDays.Claim claim, Instant again, String outcome) {}

  /** Works until no day is due at this moment. */
  @Scheduled(
      every = "{fapiao.order-sync.statements.poll-interval}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public void work() {
    giveBack();
    plan();
    lookAgain();
    while (workOne()) {
      // the next one
    }
  }

  /** Yesterday and the days before, so that a service that was down makes up for it. */
  private void plan() {
    LocalDate today = calendar.today();
    for (LocalDate day = calendar.firstDayLookedBackAt();
        day.isBefore(today);
        day = day.plusDays(1)) {
      for (PlatformAdapter platform : platforms.all()) {
        if (platforms.makesStatements(platform.name())) {
          days.plan(new StatementDays.Key(platform.name(), day), calendar.dueAt(day));
        }
      }
    }
  }

  /** Once a day, when the statement of the day before is due. */
  private void lookAgain() {
    Instant now = clock.instant();
    Instant due = calendar.dueAt(calendar.today().minusDays(1));
    if (!now.isBefore(due)) {
      days.lookAgain(calendar.firstDayLookedBackAt(), due, now);
    }
  }

  private boolean workOne() {
    Optional<StatementDays.Claim> claim = days.claim(ids.next(), clock.instant(), config.lease());
    if (claim.isEmpty()) {
      return false;
    }
    try {
      Optional<PlatformAdapter> platform = platforms.find(claim.get().platform());
      if (platform.isPresent()) {
        reconciler.reconcile(platform.get(), claim.get());
      } else {
        days.retry(claim.get(), null, "PLATFORM_GONE");
      }
    } catch (RuntimeException e) {
      LOG.errorf(
          e, "reconciliation failed platform=%s day=%s", claim.get().platform(), claim.get().day());
      Instant later = clock.instant().plus(config.retryEvery());
      failed.add(new Failed(claim.get(), later, "FAILED " + e.getClass().getSimpleName()));
      giveBack();
    }
    return true;
  }

  /**
   * Gives claims back. Where the database is away they are kept for the next time, else their days
   * would wait for the end of the lease, and the orders of these days with them.
   */
  private void giveBack() {
    for (Failed next = failed.peek(); next != null; next = failed.peek()) {
      days.retry(next.claim(), next.again(), next.outcome());
      failed.remove(next);
    }
  }
}
