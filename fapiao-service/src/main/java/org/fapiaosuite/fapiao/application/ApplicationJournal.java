package org.fapiaosuite.fapiao.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.fapiaosuite.fapiao.application.events.ApplicationEvent;
import org.fapiaosuite.fapiao.progress.Actor;
import org.fapiaosuite.fapiao.progress.Progress;
import org.fapiaosuite.fapiao.progress.ProgressEntry;
import org.fapiaosuite.messaging.OutgoingEvent;
import org.fapiaosuite.messaging.outbox.Outbox;
import org.fapiaosuite.rest.identity.Ids;
import org.jspecify.annotations.Nullable;

/** Writes down what happened to an application: for its customer, and for other services. */
@ApplicationScoped
public class ApplicationJournal {

  private static final String TOPIC = "fapiao.events";

  private final Outbox outbox;
  private final Progress progress;
  private final Ids ids;
  private final Clock clock;

  ApplicationJournal(Outbox outbox, Progress progress, Ids ids, Clock clock) {
    this.outbox = outbox;
    this.progress = progress;
    this.ids = ids;
    this.clock = clock;
  }

  /** Records an event in the transaction of the change; does nothing when nothing happened. */
  public void record(
      Application application,
      Optional<ApplicationEvent> happened,
      Actor actor,
      @Nullable String actorId) {
    if (happened.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    ApplicationEvent event = happened.get();
    progress.persist(
        new ProgressEntry(
            application.id(),
            event.remark(),
            application.status().name(),
            now,
            actor,
            actorId,
            event.details()));
    event
        .wireType()
        .ifPresent(
            type ->
                outbox.append(
                    OutgoingEvent.of(
                        ids.next(), TOPIC, type, application.id().toString(), now, event)));
  }
}
