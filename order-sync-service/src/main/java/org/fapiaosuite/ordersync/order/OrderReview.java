package org.fapiaosuite.ordersync.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fapiaosuite.messaging.OutgoingEvent;
import org.fapiaosuite.messaging.outbox.Outbox;
import org.fapiaosuite.ordersync.decision.Decided;
import org.fapiaosuite.ordersync.decision.Decisions;
import org.fapiaosuite.ordersync.fact.Fact;
import org.fapiaosuite.ordersync.fact.Facts;
import org.fapiaosuite.ordersync.order.ReviewQueue.Entry;
import org.fapiaosuite.ordersync.order.events.OrderEvent;
import org.fapiaosuite.ordersync.platform.MissingStatement;
import org.fapiaosuite.ordersync.platform.Platforms;
import org.fapiaosuite.ordersync.statement.StatementCalendar;
import org.fapiaosuite.ordersync.statement.StatementDays;
import org.fapiaosuite.ordersync.statement.StatementState;
import org.fapiaosuite.ordersync.window.Settlement;
import org.fapiaosuite.ordersync.window.WindowPolicy;
import org.fapiaosuite.rest.identity.Ids;

/** Reviews orders by the batch: each locked, held against its facts, its events written down. */
@ApplicationScoped
class OrderReview {
  private final ReviewQueue queue;
  private final Orders orders;
  private final Facts facts;
  private final Decisions decisions;
  private final StatementDays days;
  private final StatementCalendar calendar;
  private final Platforms platforms;
  private final WindowPolicy window;
  private final Outbox outbox;
  private final Ids ids;
  private final Clock clock;

  OrderReview(
      ReviewQueue queue,
      Orders orders,
      Facts facts,
      Decisions decisions,
      StatementDays days,
      StatementCalendar calendar,
      Platforms platforms,
      WindowPolicy window,
      Outbox outbox,
      Ids ids,
      Clock clock) {
    this.queue = queue;
    this.orders = orders;
    this.facts = facts;
    this.decisions = decisions;
    this.days = days;
    this.calendar = calendar;
    this.platforms = platforms;
    this.window = window;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Reviews orders of which something was said.
   *
   * @return how many; 0 when the queue is empty
   */
  @Transactional
  int reviewSaid(int most) {
    Collection<Entry> entries = queue.take(clock.instant(), most);
    if (!entries.isEmpty()) {
      orders.makeSure(entries, clock.instant());
    }
    review(entries);
    return entries.size();
  }

  /** Reviews orders whose own time has come. */
  @Transactional
  int reviewDue(int most) {
    Collection<Entry> entries = queue.takeDue(clock.instant(), most);
    review(entries);
    return entries.size();
  }

  /** Puts off the order that is first in the queue, which cannot be reviewed. */
  @Transactional
  void postponeSaid() {
    queue.postpone(clock.instant());
  }

  /** Puts off the order that has been due longest, which cannot be reviewed. */
  @Transactional
  void postponeDue() {
    queue.postponeDue(clock.instant());
  }

  private void review(Collection<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    // Locked first, read after: whatever is said later finds the lock and comes to the queue.
    List<Order> locked = orders.lock(entries.stream().map(Entry::orderId).toList());
    Map<String, List<Fact>> said = facts.of(locked.stream().map(Order::id).toList());
    Map<Order, Position> positions = new LinkedHashMap<>();
    Map<String, Decided> decided = decisions.of(locked.stream().map(Order::id).toList());
    locked.forEach(
        order ->
            positions.put(
                order,
                Position.of(
                    said.getOrDefault(order.id(), List.of()),
                    decided.getOrDefault(order.id(), Decided.NOTHING))));
    Map<StatementDays.Key, StatementState> states =
        days.states(
            positions.values().stream().flatMap(position -> dayOf(position).stream()).toList());
    Instant now = clock.instant();
    List<OutgoingEvent> events = new ArrayList<>();
    for (Map.Entry<Order, Position> known : positions.entrySet()) {
      Order order = known.getKey();
      Position position = known.getValue();
      for (OrderEvent event : order.review(position, settlement(position, states, now), now)) {
        events.add(event.outgoing(ids.next(), now));
      }
    }
    if (!events.isEmpty()) {
      outbox.append(events);
    }
  }

  private Settlement settlement(
      Position position, Map<StatementDays.Key, StatementState> states, Instant now) {
    Fact payment = position.payment();
    if (payment == null) {
      return new Settlement(Instant.MAX, null, false, false, window.patience());
    }
    StatementState state = states.getOrDefault(day(payment), StatementState.UNKNOWN);
    boolean asks = position.matchedOn() == null && needsStatement(payment, state, now);
    if (asks) {
      days.request(day(payment), now);
    }
    return new Settlement(
        window.invoiceableFrom(payment.occurredAt()),
        state.askedAt(),
        asks || state.isImminent(now),
        platforms.missingStatement(payment.platform()) == MissingStatement.ALLOW,
        window.patience());
  }

  /** A payment told of after its day's statement was read has that day fetched again. */
  private boolean needsStatement(Fact payment, StatementState state, Instant now) {
    return !state.covers(payment.recordedAt())
        && state.nextAttemptAt() == null
        && platforms.makesStatements(payment.platform())
        && calendar.isWithinReach(payment.day())
        && !now.isBefore(calendar.dueAt(payment.day()));
  }

  private static List<StatementDays.Key> dayOf(Position position) {
    Fact payment = position.payment();
    return payment == null ? List.of() : List.of(day(payment));
  }

  private static StatementDays.Key day(Fact payment) {
    return new StatementDays.Key(payment.platform(), payment.day());
  }
}
