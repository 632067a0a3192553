package org.fapiaosuite.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The table of events that could not have their effect. */
@ApplicationScoped
class DeadLetters {
  private static final String INSERT =
      """
      INSERT INTO dead_letter (consumer, event_id, type, source, event_key, event_time, sequence, topic,
        kafka_partition, kafka_offset, traceparent, data, state, attempts, next_attempt_at, error,
        first_seen_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, now() + make_interval(secs => ?), ?, ?)
      ON CONFLICT (consumer, event_id) DO NOTHING
      """;

  private static final String COLUMNS =
      """
      id, consumer, event_id, type, source, event_key, event_time, sequence, traceparent, data,
      state, attempts, next_attempt_at, error, first_seen_at, set_aside_at
      """;

  /** The first parked event of each aggregate, when it is due. */
  private static final String DUE =
      """
      SELECT %s FROM dead_letter d
      WHERE state = 'PARKED' AND next_attempt_at <= now()
        AND NOT EXISTS (SELECT 1 FROM dead_letter ahead
          WHERE ahead.state = 'PARKED' AND ahead.consumer = d.consumer
            AND ahead.event_key = d.event_key
            AND (ahead.sequence, ahead.id) < (d.sequence, d.id))
      ORDER BY id LIMIT 50
      """
          .formatted(COLUMNS);

  private final AgroalDataSource database;

  DeadLetters(AgroalDataSource database) {
    this.database = database;
  }

  enum State {
    PARKED,
    DEAD,
    DISCARDED
  }

  /** One event that was set aside. Data, key and trace are for handling it, never for showing. */
  record Entry(
      long id,
      String consumer,
      String eventId,
      String type,
      String source,
      @Nullable String key,
      @Nullable Instant time,
      long sequence,
      @Nullable String traceparent,
      @Nullable String data,
      State state,
      int attempts,
      @Nullable Instant nextAttemptAt,
      String error,
      Instant firstSeenAt,
      Instant setAsideAt) {

    /** The event again; null when it never was readable. */
    @Nullable IncomingEvent event() {
      return key == null || time == null || data == null
          ? null
          : new IncomingEvent(eventId, type, source, key, time, sequence, data);
    }
  }

  /**
   * Sets a record aside, whole.
   *
   * @param event the record as read, null when its headers cannot be read
   * @param retryInSeconds when it is tried again; null for a dead letter
   * @param error the class of the failure; never its text, which may quote the payload
   */
  void add(
      String consumer,
      ConsumerRecord<String, byte[]> record,
      @Nullable IncomingEvent event,
      int attempts,
      @Nullable Long retryInSeconds,
      String error,
      Instant firstSeenAt)
      throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, consumer);
      insert.setString(2, event == null ? position(record) : event.id());
      insert.setString(3, event == null ? "unreadable" : event.type());
      insert.setString(4, event == null ? "unknown" : event.source());
      insert.setString(5, storable(record.key()));
      insert.setObject(6, event == null ? null : event.time().atOffset(ZoneOffset.UTC));
      insert.setLong(7, event == null ? 0 : event.sequence());
      insert.setString(8, record.topic());
      insert.setInt(9, record.partition());
      insert.setLong(10, record.offset());
      insert.setString(
          11, storable(CloudEventHeaders.value(record, CloudEventHeaders.TRACEPARENT)));
      insert.setBytes(12, record.value());
      insert.setString(13, (retryInSeconds == null ? State.DEAD : State.PARKED).name());
      insert.setInt(14, attempts);
      insert.setObject(15, retryInSeconds);
      insert.setString(16, error);
      insert.setObject(17, firstSeenAt.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  List<Entry> due() throws SQLException {
    return entries(DUE);
  }

  /** Newest first, from below the given id on. */
  List<Entry> page(State state, long below, int limit) throws SQLException {
    return entries(
        "SELECT "
            + COLUMNS
            + " FROM dead_letter WHERE state = ? AND id < ? ORDER BY id DESC LIMIT ?",
        state.name(),
        below,
        limit);
  }

  /** Locks the row for the caller's transaction; false when another copy has it or it is gone. */
  boolean claim(long id) throws SQLException {
    return !entries(
            "SELECT "
                + COLUMNS
                + " FROM dead_letter WHERE id = ? AND state = 'PARKED' FOR UPDATE SKIP LOCKED",
            id)
        .isEmpty();
  }

  int remove(long id) throws SQLException {
    return update("DELETE FROM dead_letter WHERE id = ?", id);
  }

  int parkAgain(long id, long seconds, String error) throws SQLException {
    return update(
        "UPDATE dead_letter SET attempts = attempts + 1, error = ?,"
            + " next_attempt_at = now() + make_interval(secs => ?)"
            + " WHERE id = ? AND state = 'PARKED'",
        error,
        seconds,
        id);
  }

  int giveUp(long id, String error) throws SQLException {
    return update(
        "UPDATE dead_letter SET state = 'DEAD', attempts = attempts + 1, error = ?,"
            + " next_attempt_at = NULL WHERE id = ? AND state = 'PARKED'",
        error,
        id);
  }

  /** Has a dead letter tried again, at once. */
  int redrive(long id) throws SQLException {
    return update(
        "UPDATE dead_letter SET state = 'PARKED', next_attempt_at = now(), attempts = 0"
            + " WHERE id = ? AND state IN ('DEAD', 'PARKED')",
        id);
  }

  int discard(long id, String by, String reason) throws SQLException {
    return update(
        "UPDATE dead_letter SET state = 'DISCARDED', next_attempt_at = NULL, discarded_by = ?,"
            + " discard_reason = ? WHERE id = ? AND state IN ('DEAD', 'PARKED')",
        by,
        reason,
        id);
  }

  private int update(String sql, Object... parameters) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    }
  }

  private List<Entry> entries(String sql, Object... parameters) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      bind(select, parameters);
      try (ResultSet rows = select.executeQuery()) {
        List<Entry> entries = new ArrayList<>();
        while (rows.next()) {
          entries.add(entry(rows));
        }
        return entries;
      }
    }
  }

  private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }

  private static Entry entry(ResultSet row) throws SQLException {
    byte[] data = row.getBytes("data");
    return new Entry(
        row.getLong("id"),
        row.getString("consumer"),
        row.getString("event_id"),
        row.getString("type"),
        row.getString("source"),
        row.getString("event_key"),
        instant(row, "event_time"),
        row.getLong("sequence"),
        row.getString("traceparent"),
        data == null ? null : new String(data, UTF_8),
        State.valueOf(row.getString("state")),
        row.getInt("attempts"),
        instant(row, "next_attempt_at"),
        row.getString("error"),
        row.getObject("first_seen_at", OffsetDateTime.class).toInstant(),
        row.getObject("set_aside_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static String position(ConsumerRecord<String, byte[]> record) {
    return record.topic() + '-' + record.partition() + '-' + record.offset();
  }

  private static @Nullable String storable(@Nullable String text) {
    return text == null ? null : text.replace("\0", "");
  }
}
