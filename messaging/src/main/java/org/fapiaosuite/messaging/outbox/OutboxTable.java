package org.fapiaosuite.messaging.outbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fapiaosuite.messaging.MessagingConfig;
import org.jspecify.annotations.Nullable;

/** The relay's view of the outbox, over the one connection that holds the lock. */
final class OutboxTable {
  /** "fapiao outbox" as a number; any constant that nothing else in the database locks on. */
  private static final long LOCK = 0x0FA91A00B0CL;

  /**
   * Names {@code sent_at} once: what is held must be found by its own index, never in the backlog.
   */
  static final String UNSENT =
      """
      SELECT id, event_id, topic, type, aggregate_id, occurred_at, traceparent, data
      FROM outbox o
      WHERE sent_at IS NULL
        AND NOT EXISTS (
          SELECT 1 FROM outbox held
          WHERE held.next_attempt_at IS NOT NULL
            AND held.aggregate_id = o.aggregate_id AND held.id <= o.id
            AND held.next_attempt_at > now())
      ORDER BY id
      LIMIT ?
      """;

  private static final String MARK_SENT =
      "UPDATE outbox SET sent_at = now(), next_attempt_at = NULL WHERE id = ANY (?)";

  /**
   * Counts no attempt: how long a refused event waits must not depend on how long Kafka was away.
   */
  private static final String HOLD =
      """
      UPDATE outbox SET next_attempt_at = now() + make_interval(secs => ? / 1000.0) WHERE id = ANY (?)
      """;

  private static final String HOLD_LONGER =
      """
      UPDATE outbox SET attempts = attempts + 1,
        next_attempt_at = now() + make_interval(secs => least(? / 1000.0, 2 ^ least(attempts, 20)))
      WHERE id = ANY (?)
      """;

  private final Connection connection;
  private final MessagingConfig config;

  OutboxTable(Connection connection, MessagingConfig config) {
    this.connection = connection;
    this.config = config;
  }

  /** One event on its way out. */
  record Row(
      long id,
      UUID eventId,
      String topic,
      String type,
      String aggregateId,
      Instant occurredAt,
      @Nullable String traceparent,
      String data) {}

  boolean tryLock() throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
      lock.setLong(1, LOCK);
      try (ResultSet row = lock.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  List<Row> unsent() throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(UNSENT)) {
      select.setInt(1, config.batchSize());
      try (ResultSet rows = select.executeQuery()) {
        List<Row> batch = new ArrayList<>();
        while (rows.next()) {
          batch.add(
              new Row(
                  rows.getLong(1),
                  rows.getObject(2, UUID.class),
                  rows.getString(3),
                  rows.getString(4),
                  rows.getString(5),
                  rows.getObject(6, OffsetDateTime.class).toInstant(),
                  rows.getString(7),
                  rows.getString(8)));
        }
        return batch;
      }
    }
  }

  void markSent(List<Long> ids) throws SQLException {
    if (ids.isEmpty()) {
      return;
    }
    try (PreparedStatement update = connection.prepareStatement(MARK_SENT)) {
      update.setArray(1, array(ids));
      update.executeUpdate();
    }
  }

  /** Kafka could not be reached: the events wait a little. */
  void hold(List<Long> ids, Duration delay) throws SQLException {
    hold(HOLD, ids, delay);
  }

  /** Kafka refused the events: each wait is twice as long as the one before, up to the ceiling. */
  void holdLonger(List<Long> ids, Duration ceiling) throws SQLException {
    hold(HOLD_LONGER, ids, ceiling);
  }

  private void hold(String sql, List<Long> ids, Duration delay) throws SQLException {
    if (ids.isEmpty()) {
      return;
    }
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setLong(1, delay.toMillis());
      update.setArray(2, array(ids));
      update.executeUpdate();
    }
  }

  void purge(Duration outboxRetention, Duration inboxRetention) throws SQLException {
    try (Statement delete = connection.createStatement()) {
      delete.executeUpdate(
          "DELETE FROM outbox WHERE sent_at < now() - make_interval(secs => "
              + outboxRetention.toSeconds()
              + ")");
      delete.executeUpdate(
          "DELETE FROM inbox WHERE handled_at < now() - make_interval(secs => "
              + inboxRetention.toSeconds()
              + ")");
    }
  }

  private Array array(List<Long> ids) throws SQLException {
    return connection.createArrayOf("bigint", ids.toArray());
  }
}
