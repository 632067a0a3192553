package org.fapiaosuite.account.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.fapiaosuite.messaging.OutgoingEvent;
import org.fapiaosuite.messaging.outbox.Outbox;
import org.fapiaosuite.rest.identity.Ids;

/** Writes account events into the outbox, in the transaction of the change they tell of. */
@ApplicationScoped
public class Announcer {

  private static final String TOPIC = "account.events";

  private final Outbox outbox;
  private final Ids ids;
  private final Clock clock;

  Announcer(Outbox outbox, Ids ids, Clock clock) {
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  /** Tells the event once the running transaction has committed. */
  public void tell(AccountEvent event) {
    outbox.append(
        OutgoingEvent.of(
            ids.next(), TOPIC, event.type(), event.aggregate(), clock.instant(), event));
  }
}
