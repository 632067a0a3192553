package org.fapiaosuite.fapiao.stock;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.fapiaosuite.fapiao.stock.events.StockEvent;
import org.fapiaosuite.messaging.OutgoingEvent;
import org.fapiaosuite.messaging.outbox.Outbox;
import org.fapiaosuite.rest.identity.Ids;

/** Writes down what happened to the stock, for other services. */
@ApplicationScoped
class StockJournal {

  private static final String TOPIC = "fapiao.events";

  private final Outbox outbox;
  private final Ids ids;
  private final Clock clock;

  StockJournal(Outbox outbox, Ids ids, Clock clock) {
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  /** Records an event in the transaction of the change. */
  void record(String subject, StockEvent event) {
    outbox.append(
        OutgoingEvent.of(ids.next(), TOPIC, event.wireType(), subject, clock.instant(), event));
  }
}
