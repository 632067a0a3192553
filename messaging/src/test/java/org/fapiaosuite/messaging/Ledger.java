package org.fapiaosuite.messaging;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.fapiaosuite.messaging.inbox.EventHandler;
import org.fapiaosuite.messaging.inbox.Inbox;
import org.fapiaosuite.messaging.inbox.RetryLaterException;

/** A receiver whose effect is a row a test can count, and whose failures a test can order. */
@ApplicationScoped
public class Ledger implements EventHandler {
  private final AgroalDataSource database;
  private final Inbox inbox;
  private final Map<String, RuntimeException> failures = new ConcurrentHashMap<>();
  private final Map<String, RuntimeException> passing = new ConcurrentHashMap<>();
  private final Map<String, Integer> failuresLeft = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
  private final Map<String, String> needs = new ConcurrentHashMap<>();
  private final Map<String, Integer> lostConnections = new ConcurrentHashMap<>();

  Ledger(AgroalDataSource database, Inbox inbox) {
    this.database = database;
    this.inbox = inbox;
  }

  public record Entry(String text) {}

  void open(@Observes StartupEvent start) throws SQLException {
    run("CREATE TABLE ledger (id bigint GENERATED ALWAYS AS IDENTITY, event_key text, entry text)");
  }

  @Incoming("account-events")
  @Blocking
  public void receive(ConsumerRecord<String, byte[]> record) {
    inbox.receive(this, record);
  }

  @Override
  public String consumer() {
    return "messaging-test.ledger";
  }

  @Override
  public void handle(IncomingEvent event) {
    int call = calls.computeIfAbsent(event.id(), id -> new AtomicInteger()).incrementAndGet();
    String text = event.dataAs(Entry.class).text();
    run("INSERT INTO ledger (event_key, entry) VALUES (?, ?)", event.key(), text);
    if (call <= lostConnections.getOrDefault(event.key(), 0)) {
      run("SELECT pg_terminate_backend(pg_backend_pid())");
    }
    String needed = needs.get(event.id());
    if (needed != null && !entries(event.key()).contains(needed)) {
      throw new RetryLaterException("needs " + needed);
    }
    RuntimeException failure = failures.getOrDefault(event.id(), failures.get(event.key()));
    if (failure != null) {
      throw failure;
    }
    Integer left = failuresLeft.computeIfPresent(event.id(), (id, count) -> count - 1);
    if (left != null && left >= 0) {
      throw Objects.requireNonNull(passing.get(event.id()));
    }
  }

  /** An event, or every one of an aggregate, fails until told otherwise. */
  public void failOn(String eventOrKey, RuntimeException failure) {
    failures.put(eventOrKey, failure);
  }

  /** The event fails that many times, then no more. */
  public void failOn(String eventId, int times, RuntimeException failure) {
    passing.put(eventId, failure);
    failuresLeft.put(eventId, times);
  }

  /** The event fails as long as the entry is missing. */
  public void need(String eventId, String entry) {
    needs.put(eventId, entry);
  }

  public void succeedOn(String eventOrKey) {
    failures.remove(eventOrKey);
  }

  public void loseConnectionOn(String key, int times) {
    lostConnections.put(key, times);
  }

  public int calls(String eventId) {
    return calls.getOrDefault(eventId, new AtomicInteger()).get();
  }

  public List<String> entries(String key) {
    return column("SELECT entry FROM ledger WHERE event_key = ? ORDER BY id", key);
  }

  public List<String> column(String sql, String... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        select.setString(i + 1, parameters[i]);
      }
      try (ResultSet rows = select.executeQuery()) {
        List<String> values = new ArrayList<>();
        while (rows.next()) {
          values.add(rows.getString(1));
        }
        return values;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void run(String sql, String... parameters) {
    try (Connection connection = database.getConnection()) {
      if (parameters.length == 0) {
        try (Statement statement = connection.createStatement()) {
          statement.execute(sql);
        }
        return;
      }
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (int i = 0; i < parameters.length; i++) {
          statement.setString(i + 1, parameters[i]);
        }
        statement.execute();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
