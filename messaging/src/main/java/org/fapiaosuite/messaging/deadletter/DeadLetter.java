package org.fapiaosuite.messaging.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.fapiaosuite.messaging.IncomingEvent;
import org.jspecify.annotations.Nullable;

/** One event that was set aside. Data, key and trace are for handling it, never for showing. */
public record DeadLetter(
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
    Instant setAsideAt,
    @Nullable DiscardRequest discard,
    @Nullable String discardedBy) {

  /** What {@link #of} reads, of {@code dead_letter} d and {@code discard_request} r. */
  static final String COLUMNS =
      """
      d.id, consumer, event_id, type, source, event_key, event_time, sequence, traceparent, data,
      state, attempts, next_attempt_at, error, first_seen_at, set_aside_at, asked_by, asked_at,
      r.reason, discarded_by
      """;

  public enum State {
    PARKED,
    DEAD,
    DISCARDED
  }

  /** Somebody's wish to throw it away. */
  public record DiscardRequest(String by, Instant at, String reason) {}

  static DeadLetter of(ResultSet row) throws SQLException {
    byte[] data = row.getBytes("data");
    Instant askedAt = instant(row, "asked_at");
    return new DeadLetter(
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
        row.getObject("set_aside_at", OffsetDateTime.class).toInstant(),
        askedAt == null
            ? null
            : new DiscardRequest(row.getString("asked_by"), askedAt, row.getString("reason")),
        row.getString("discarded_by"));
  }

  /** The event again; null when it never was readable. */
  public @Nullable IncomingEvent event() {
    return key == null || time == null || data == null
        ? null
        : new IncomingEvent(eventId, type, source, key, time, sequence, data);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
