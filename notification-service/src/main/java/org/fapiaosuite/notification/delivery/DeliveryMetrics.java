package org.fapiaosuite.notification.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts how tries end; the failure rate is the share of endings other than ACCEPTED. */
@ApplicationScoped
class DeliveryMetrics {
  private final MeterRegistry registry;

  DeliveryMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void ended(Delivery.Settlement settlement) {
    registry
        .counter(
            "fapiao.mail.tries",
            "kind",
            settlement.delivery().kind().name(),
            "ending",
            settlement.ending().type().name())
        .increment();
    if (settlement.state().isFinal()) {
      registry
          .counter(
              "fapiao.mail.settled",
              "kind",
              settlement.delivery().kind().name(),
              "state",
              settlement.state().name())
          .increment();
    }
  }
}
