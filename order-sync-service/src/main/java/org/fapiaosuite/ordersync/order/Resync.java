package org.fapiaosuite.ordersync.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fapiaosuite.ordersync.fact.ChinaTime;
import org.fapiaosuite.ordersync.statement.StatementCalendar;
import org.fapiaosuite.ordersync.statement.StatementDays;

/** Brings an order back in step by hand. */
@ApplicationScoped
public class Resync {
  private final ReviewQueue queue;
  private final StatementDays days;
  private final StatementCalendar calendar;
  private final Clock clock;

  Resync(ReviewQueue queue, StatementDays days, StatementCalendar calendar, Clock clock) {
    this.queue = queue;
    this.days = days;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** Has the order reviewed, and the statement of its day fetched again where there can be one. */
  @Transactional
  public void request(Order order) {
    Instant now = clock.instant();
    queue.add(order.platform(), List.of(order.orderNumber()), now);
    Instant paidAt = order.paidAt();
    if (paidAt != null) {
      LocalDate day = ChinaTime.day(paidAt);
      if (calendar.isWithinReach(day)) {
        days.request(new StatementDays.Key(order.platform(), day), now);
      }
    }
  }
}
