package org.fapiaosuite.messaging.deadletter;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.fapiaosuite.messaging.TableMetrics;

/** Shows how many events were set aside, for good and for a while. */
@ApplicationScoped
class DeadLetterMetrics {
  private final TableMetrics tables;

  DeadLetterMetrics(TableMetrics tables) {
    this.tables = tables;
  }

  void register(@Observes StartupEvent start) {
    tables.show(
        "messaging.dead.letters",
        "Events set aside after their last try",
        "SELECT count(*) FROM dead_letter WHERE state = 'DEAD'");
    tables.show(
        "messaging.parked.events",
        "Events that wait for their next try",
        "SELECT count(*) FROM dead_letter WHERE state = 'PARKED'");
  }
}
