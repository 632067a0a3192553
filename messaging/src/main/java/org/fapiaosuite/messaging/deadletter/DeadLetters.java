package org.fapiaosuite.messaging.deadletter;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fapiaosuite.messaging.CloudEventHeaders;
import org.fapiaosuite.messaging.IncomingEvent;
import org.jspecify.annotations.Nullable;

/** Sets events aside that could not have their effect, and says which are due again. */
@ApplicationScoped
public class DeadLetters {
  private static final String INSERT =
      """
      INSERT INTO dead_letter (consumer, event_id, type, source, event_key, event_time, sequence, topic,
        kafka_partition, kafka_offset, traceparent, data, state, attempts, next_attempt_at, error,
        first_seen_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, now() + make_interval(secs => ?), ?, ?)
      ON CONFLICT (consumer, event_id) DO NOTHING
      """;

  /**
   * The first parked event of each aggregate, when it is due, looked up for each row by the index.
   * Written as a join it made PostgreSQL read all that is parked for each row, because statistics
   * taken while nothing was parked, as they mostly are, say that it is one row.
   */
  static final String DUE =
      """
      WHERE state = 'PARKED' AND next_attempt_at <= now()
        AND (event_key IS NULL OR d.id = (SELECT ahead.id FROM dead_letter ahead
          WHERE ahead.state = 'PARKED' AND ahead.consumer = d.consumer
            AND ahead.event_key = d.event_key
          ORDER BY ahead.sequence, ahead.id LIMIT 1))
      ORDER BY d.id LIMIT 50
      """;

  private static final int SCALE_OF_MILLIS = 3;

  private final AgroalDataSource database;
  private final DeadLetterTable table;

  DeadLetters(AgroalDataSource database, DeadLetterTable table) {
    this.database = database;
    this.table = table;
  }

  /**
   * Sets a record aside, whole.
   *
   * @param event the record as read, null when its headers cannot be read
   * @param retryIn when it is tried again; null for a dead letter
   * @param error the class of the failure; never its text, which may quote the payload
   */
  public void add(
      String consumer,
      ConsumerRecord<String, byte[]> record,
      @Nullable IncomingEvent event,
      int attempts,
      @Nullable Duration retryIn,
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
      insert.setString(
          13, (retryIn == null ? DeadLetter.State.DEAD : DeadLetter.State.PARKED).name());
      insert.setInt(14, attempts);
      insert.setObject(15, retryIn == null ? null : seconds(retryIn));
      insert.setString(16, error);
      insert.setObject(17, firstSeenAt.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  public List<DeadLetter> due() throws SQLException {
    return table.rows(DUE);
  }

  /** Locks the row for the caller's transaction; false when another copy has it or it is gone. */
  public boolean claim(long id) throws SQLException {
    return table
        .row("WHERE d.id = ? AND state = 'PARKED' FOR UPDATE OF d SKIP LOCKED", id)
        .isPresent();
  }

  public int remove(long id) throws SQLException {
    return table.change("DELETE FROM dead_letter WHERE id = ?", id);
  }

  public int parkAgain(long id, Duration wait, String error) throws SQLException {
    return table.change(
        "UPDATE dead_letter SET attempts = attempts + 1, error = ?,"
            + " next_attempt_at = now() + make_interval(secs => ?)"
            + " WHERE id = ? AND state = 'PARKED'",
        error,
        seconds(wait),
        id);
  }

  public int giveUp(long id, String error) throws SQLException {
    return table.change(
        "UPDATE dead_letter SET state = 'DEAD', attempts = attempts + 1, error = ?,"
            + " next_attempt_at = NULL WHERE id = ? AND state = 'PARKED'",
        error,
        id);
  }

  private static BigDecimal seconds(Duration wait) {
    return BigDecimal.valueOf(wait.toMillis(), SCALE_OF_MILLIS);
  }

  private static String position(ConsumerRecord<String, byte[]> record) {
    return record.topic() + '-' + record.partition() + '-' + record.offset();
  }

  private static @Nullable String storable(@Nullable String text) {
    return text == null ? null : text.replace("\0", "");
  }
}
