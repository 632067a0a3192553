package org.fapiaosuite.messaging.outbox;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.fapiaosuite.messaging.TableMetrics;

/** Shows how far Kafka is behind: events unsent, seconds the oldest of them has waited. */
@ApplicationScoped
class OutboxMetrics {
  private static final String OLDEST =
      "SELECT coalesce(extract(epoch FROM now() - created_at), 0) FROM outbox"
          + " WHERE sent_at IS NULL ORDER BY id LIMIT 1";

  private final TableMetrics tables;

  OutboxMetrics(TableMetrics tables) {
    this.tables = tables;
  }

  void register(@Observes StartupEvent start) {
    tables.show(
        "messaging.outbox.unsent",
        "Events committed but not yet acknowledged by Kafka",
        "SELECT count(*) FROM outbox WHERE sent_at IS NULL");
    tables.show("messaging.outbox.oldest.seconds", "Age of the oldest unsent event", OLDEST);
  }
}
