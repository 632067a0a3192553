package org.fapiaosuite.account.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
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

  /** Tells the event once the running transaction has committed; under this id. */
  public UUID tell(AccountEvent event) {
    UUID id = ids.next();
    outbox.append(
        OutgoingEvent.of(id, TOPIC, event.type(), event.aggregate(), clock.instant(), event));
    return id;
  }
}
