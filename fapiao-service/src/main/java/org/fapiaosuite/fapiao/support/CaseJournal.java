package org.fapiaosuite.fapiao.support;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.fapiaosuite.fapiao.progress.Actor;
import org.fapiaosuite.fapiao.support.events.CaseEvent;
import org.fapiaosuite.messaging.OutgoingEvent;
import org.fapiaosuite.messaging.outbox.Outbox;
import org.fapiaosuite.rest.identity.Ids;
import org.jspecify.annotations.Nullable;

/** Writes down what is said in a case, and what others have to hear of it. */
@ApplicationScoped
class CaseJournal {

  private static final String TOPIC = "fapiao.events";

  private final CaseMessages messages;
  private final Outbox outbox;
  private final Ids ids;
  private final Clock clock;

  CaseJournal(CaseMessages messages, Outbox outbox, Ids ids, Clock clock) {
    this.messages = messages;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  /** Adds a message in the transaction of the change. */
  CaseMessage say(SupportCase found, Actor author, String authorId, @Nullable String text) {
    CaseMessage message =
        new CaseMessage(ids.next(), found.id(), clock.instant(), author, authorId, text);
    messages.persist(message);
    return message;
  }

  /** Records an event in the transaction of the change. */
  void record(CaseEvent event) {
    outbox.append(
        OutgoingEvent.of(
            ids.next(),
            TOPIC,
            event.wireType(),
            event.caseId().toString(),
            clock.instant(),
            event));
  }
}
