package org.fapiaosuite.ordersync.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.fapiaosuite.ordersync.fact.ChinaTime;
import org.fapiaosuite.ordersync.platform.StatementsConfig;

/** When the statement of a day is to be had, and how far back one may ask. */
@ApplicationScoped
public class StatementCalendar {
  private final StatementsConfig config;
  private final Clock clock;

  StatementCalendar(StatementsConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /** The first moment at which it makes sense to ask for the statement of a day. */
  public Instant dueAt(LocalDate day) {
    return day.plusDays(1).atTime(config.dailyAt()).atZone(ChinaTime.ZONE).toInstant();
  }

  public LocalDate today() {
    return ChinaTime.day(clock.instant());
  }

  /** Whether the platform still serves the statement of that day. */
  public boolean isWithinReach(LocalDate day) {
    LocalDate today = today();
    return day.isBefore(today) && !day.isBefore(today.minusDays(config.reachDays()));
  }

  /** The earliest day that is looked at again by itself. */
  public LocalDate firstDayLookedBackAt() {
    return today().minusDays(config.lookBackDays());
  }
}
