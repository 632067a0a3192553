package org.fapiaosuite.ordersync.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.fapiaosuite.kernel.Money;
import org.fapiaosuite.messaging.outbox.OutboxRow;
import org.fapiaosuite.ordersync.fact.Fact;
import org.fapiaosuite.ordersync.fact.FactKind;
import org.fapiaosuite.ordersync.fact.Movement;
import org.fapiaosuite.ordersync.fact.OrderDetails;
import org.fapiaosuite.ordersync.money.Amount;
import org.fapiaosuite.ordersync.order.events.OrderPaid;
import org.fapiaosuite.ordersync.platform.PushedEvent;
import org.fapiaosuite.ordersync.statement.StatementCalendar;
import org.fapiaosuite.ordersync.window.WindowPolicy;
import org.fapiaosuite.rest.identity.Ids;

/** Decides what of a push the intake can settle by itself. */
@ApplicationScoped
class IntakeRows {
  private final WindowPolicy window;
  private final StatementCalendar calendar;
  private final Ids ids;

  IntakeRows(WindowPolicy window, StatementCalendar calendar, Ids ids) {
    this.window = window;
    this.calendar = calendar;
    this.ids = ids;
  }

  IntakeRow of(ReceivedPush push, PushedEvent event) {
    Movement movement = event.movement();
    if (movement == null) {
      return IntakeRow.unknown(push, event.type());
    }
    Fact fact = movement.pushed(push.platform(), push.webhookId(), push.receivedAt());
    OrderDetails details = fact.details();
    boolean plain =
        fact.kind() == FactKind.PAYMENT
            && fact.currency().equals(Money.CURRENCY)
            && details != null
            && details.hasNoFlaw();
    return IntakeRow.of(
        push, event.type(), fact, plain && details != null ? opening(fact, details, push) : null);
  }

  private IntakeRow.Opening opening(Fact fact, OrderDetails details, ReceivedPush push) {
    Instant from = window.invoiceableFrom(fact.occurredAt());
    OrderPaid paid =
        OrderPaid.of(
            fact.platform(),
            fact.orderNumber(),
            details,
            Amount.of(fact.amount(), fact.currency()),
            fact.occurredAt(),
            from);
    // A payment of a day whose statement is out already is late: its day is to be fetched again.
    boolean late = !push.receivedAt().isBefore(calendar.dueAt(fact.day()));
    return new IntakeRow.Opening(
        from,
        late ? push.receivedAt() : from,
        OutboxRow.of(paid.outgoing(ids.next(), push.receivedAt())));
  }
}
