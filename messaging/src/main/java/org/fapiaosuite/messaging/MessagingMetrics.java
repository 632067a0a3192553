package org.fapiaosuite.messaging;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * What operators watch: events unsent, seconds the oldest of them has waited, dead letters. Read
 * from the database when asked, so that every copy of a service tells the same; NaN when it is
 * away. Retries and duplicates are counted by each copy for itself.
 */
@ApplicationScoped
class MessagingMetrics {
  private static final String OLDEST =
      "SELECT coalesce(extract(epoch FROM now() - created_at), 0) FROM outbox"
          + " WHERE sent_at IS NULL ORDER BY id LIMIT 1";

  private final AgroalDataSource database;
  private final MeterRegistry registry;
  private final List<EventHandler> handlers;

  MessagingMetrics(
      AgroalDataSource database, MeterRegistry registry, @All List<EventHandler> handlers) {
    this.database = database;
    this.registry = registry;
    this.handlers = handlers;
  }

  void register(@Observes StartupEvent start) {
    gauge(
        "messaging.outbox.unsent",
        "Events committed but not yet acknowledged by Kafka",
        "SELECT count(*) FROM outbox WHERE sent_at IS NULL");
    gauge("messaging.outbox.oldest.seconds", "Age of the oldest unsent event", OLDEST);
    gauge(
        "messaging.dead.letters",
        "Events set aside after their last try",
        "SELECT count(*) FROM dead_letter WHERE state = 'DEAD'");
    gauge(
        "messaging.parked.events",
        "Events that wait for their next try",
        "SELECT count(*) FROM dead_letter WHERE state = 'PARKED'");
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

  private void gauge(String name, String description, String query) {
    Gauge.builder(name, () -> number(query)).description(description).register(registry);
  }

  private double number(String query) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(query);
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getDouble(1) : 0;
    } catch (SQLException e) {
      return Double.NaN;
    }
  }
}
