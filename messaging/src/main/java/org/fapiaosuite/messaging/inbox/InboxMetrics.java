package org.fapiaosuite.messaging.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Counts retries and duplicates of each consumer; each copy of a service counts its own. */
@ApplicationScoped
class InboxMetrics {
  private final MeterRegistry registry;
  private final List<EventHandler> handlers;

  InboxMetrics(MeterRegistry registry, @All List<EventHandler> handlers) {
    this.registry = registry;
    this.handlers = handlers;
  }

  void register(@Observes StartupEvent start) {
    for (EventHandler handler : handlers) {
      retries(handler);
      duplicates(handler);
    }
  }

  /** An event that failed before is tried once more. */
  void retried(EventHandler handler) {
    retries(handler).increment();
  }

  /** An event came that has had its effect, and was passed over. */
  void duplicate(EventHandler handler) {
    duplicates(handler).increment();
  }

  private Counter retries(EventHandler handler) {
    return counter(handler, "messaging.inbox.retries", "Tries of an event after its first");
  }

  private Counter duplicates(EventHandler handler) {
    return counter(handler, "messaging.inbox.duplicates", "Events passed over as handled before");
  }

  private Counter counter(EventHandler handler, String name, String description) {
    return Counter.builder(name)
        .description(description)
        .tag("consumer", handler.consumer())
        .register(registry);
  }
}
