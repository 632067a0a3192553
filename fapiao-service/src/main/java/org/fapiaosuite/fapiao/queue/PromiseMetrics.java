package org.fapiaosuite.fapiao.queue;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.function.ToLongFunction;

/** Shows how many promises are at risk and how many are broken. */
@ApplicationScoped
class PromiseMetrics {

  private final QueueCounts counts;
  private final MeterRegistry registry;

  PromiseMetrics(QueueCounts counts, MeterRegistry registry) {
    this.counts = counts;
    this.registry = registry;
  }

  void register(@Observes StartupEvent start) {
    show(
        "fapiao.promises.at.risk",
        "Applications that are due soon and not issued",
        QueueCounts.Count::atRisk);
    show(
        "fapiao.promises.broken",
        "Applications whose due moment has passed and that are not issued",
        QueueCounts.Count::overdue);
  }

  private void show(String name, String description, ToLongFunction<QueueCounts.Count> part) {
    Gauge.builder(name, () -> number(part)).description(description).register(registry);
  }

  private double number(ToLongFunction<QueueCounts.Count> part) {
    try {
      return counts.promised().stream().mapToLong(part).sum();
    } catch (SQLException e) {
      return Double.NaN;
    }
  }
}
