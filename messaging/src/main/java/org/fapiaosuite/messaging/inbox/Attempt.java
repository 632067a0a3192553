package org.fapiaosuite.messaging.inbox;

import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.fapiaosuite.messaging.CloudEventHeaders;
import org.fapiaosuite.messaging.IncomingEvent;
import org.jspecify.annotations.Nullable;

/** One try to let an event have its effect: id and effect in one transaction, id first. */
@ApplicationScoped
class Attempt {
  /**
   * Inserts unless an earlier event of the aggregate is parked; waits for a copy at work on it.
   * Earlier is what its source said earlier, not what came earlier: after Kafka has lost its data
   * events may come in any order, and one that waits for this one must not hold it back. Those that
   * may have waited for it are due at once.
   */
  private static final String REMEMBER =
      """
      WITH parked AS (
        SELECT EXISTS (SELECT 1 FROM dead_letter
          WHERE state = 'PARKED' AND consumer = ? AND event_key = ? AND event_id <> ?
            AND sequence <= ?) AS ahead
      ), remembered AS (
        INSERT INTO inbox (consumer, event_id) SELECT ?, ? FROM parked WHERE NOT ahead OR ?
        ON CONFLICT DO NOTHING RETURNING 1
      ), waiting AS (
        UPDATE dead_letter SET next_attempt_at = now()
        WHERE state = 'PARKED' AND consumer = ? AND event_key = ? AND sequence > ?
          AND EXISTS (SELECT 1 FROM remembered)
      )
      SELECT ahead, EXISTS (SELECT 1 FROM remembered) FROM parked
      """;

  /**
   * The same for events that came together, where none of them has to do with a parked one. By id,
   * so that two copies at work on the same events wait for each other in one direction.
   */
  private static final String REMEMBER_ALL =
      """
      WITH parked AS (
        SELECT EXISTS (SELECT 1 FROM dead_letter
          WHERE state = 'PARKED' AND consumer = ? AND event_key = ANY (?)) AS present
      ), remembered AS (
        INSERT INTO inbox (consumer, event_id)
        SELECT ?, id FROM parked, unnest(?) id WHERE NOT present
        ON CONFLICT DO NOTHING RETURNING event_id
      )
      SELECT present, event_id FROM parked LEFT JOIN remembered ON TRUE
      """;

  private static final TextMapGetter<String> TRACEPARENT =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String traceparent) {
          return List.of(CloudEventHeaders.TRACEPARENT);
        }

        @Override
        public @Nullable String get(@Nullable String traceparent, String key) {
          return key.equals(CloudEventHeaders.TRACEPARENT) ? traceparent : null;
        }
      };

  private final AgroalDataSource database;
  private final InboxMetrics metrics;

  Attempt(AgroalDataSource database, InboxMetrics metrics) {
    this.database = database;
    this.metrics = metrics;
  }

  enum Result {
    /** The effect is committed, now or earlier. */
    SETTLED,
    /** An earlier event of the same aggregate is parked; nothing was done. */
    BEHIND
  }

  /** Handles an event that Kafka brought; not before earlier ones of its aggregate. */
  Result inOrder(EventHandler handler, IncomingEvent event, @Nullable String traceparent) {
    return traced(
        traceparent,
        () -> {
          switch (remember(handler.consumer(), event, false)) {
            case FIRST -> handler.handle(event);
            case SEEN -> {
              metrics.duplicate(handler);
              return Result.SETTLED;
            }
            case BEHIND -> {
              return Result.BEHIND;
            }
          }
          return Result.SETTLED;
        });
  }

  /** An event, and the trace in which it was told. */
  record Told(IncomingEvent event, @Nullable String traceparent) {}

  /**
   * Handles events that Kafka brought together in one transaction: all of them have their effect,
   * or none has.
   *
   * @return false when one of them has to do with a parked event; nothing was done
   */
  boolean together(EventHandler handler, List<Told> all) {
    int duplicates =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  Set<String> first = rememberAll(handler.consumer(), all);
                  if (first == null) {
                    return -1;
                  }
                  int seen = 0;
                  for (Told told : all) {
                    if (first.remove(told.event().id())) {
                      try (Scope ignored = context(told.traceparent()).makeCurrent()) {
                        handler.handle(told.event());
                      }
                    } else {
                      seen++;
                    }
                  }
                  return seen;
                });
    for (int i = 0; i < duplicates; i++) {
      metrics.duplicate(handler);
    }
    return duplicates >= 0;
  }

  /** The ids that were new; null when there is a parked event of one of the aggregates. */
  private @Nullable Set<String> rememberAll(String consumer, List<Told> all) throws SQLException {
    Object[] keys = all.stream().map(told -> told.event().key()).distinct().toArray();
    Object[] ids = all.stream().map(told -> told.event().id()).distinct().sorted().toArray();
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(REMEMBER_ALL)) {
      insert.setString(1, consumer);
      insert.setArray(2, connection.createArrayOf("text", keys));
      insert.setString(3, consumer);
      insert.setArray(4, connection.createArrayOf("text", ids));
      try (ResultSet rows = insert.executeQuery()) {
        Set<String> first = new HashSet<>();
        while (rows.next()) {
          if (rows.getBoolean(1)) {
            return null;
          }
          if (rows.getString(2) != null) {
            first.add(rows.getString(2));
          }
        }
        return first;
      }
    }
  }

  /**
   * Handles an event that was set aside, if this copy gets hold of it.
   *
   * @param claim locks the event's row; false when another copy has it
   * @param settle removes the row once the event has had its effect
   */
  void setAside(
      EventHandler handler,
      IncomingEvent event,
      @Nullable String traceparent,
      Callable<Boolean> claim,
      Callable<Integer> settle) {
    traced(
        traceparent,
        () -> {
          if (claim.call()) {
            if (remember(handler.consumer(), event, true) == Memory.FIRST) {
              handler.handle(event);
            } else {
              metrics.duplicate(handler);
            }
            settle.call();
          }
          return Result.SETTLED;
        });
  }

  private Result traced(@Nullable String traceparent, Callable<Result> work) {
    try (Scope ignored = context(traceparent).makeCurrent()) {
      return QuarkusTransaction.requiringNew().call(work);
    }
  }

  private static Context context(@Nullable String traceparent) {
    return W3CTraceContextPropagator.getInstance()
        .extract(Context.root(), traceparent == null ? "" : traceparent, TRACEPARENT);
  }

  private enum Memory {
    FIRST,
    SEEN,
    BEHIND
  }

  private Memory remember(String consumer, IncomingEvent event, boolean whoeverIsAhead)
      throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(REMEMBER)) {
      insert.setString(1, consumer);
      insert.setString(2, event.key());
      insert.setString(3, event.id());
      insert.setLong(4, event.sequence());
      insert.setString(5, consumer);
      insert.setString(6, event.id());
      insert.setBoolean(7, whoeverIsAhead);
      insert.setString(8, consumer);
      insert.setString(9, event.key());
      insert.setLong(10, event.sequence());
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        if (row.getBoolean(2)) {
          return Memory.FIRST;
        }
        return row.getBoolean(1) && !whoeverIsAhead ? Memory.BEHIND : Memory.SEEN;
      }
    }
  }
}
