package org.fapiaosuite.fapiao.idempotency;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.fapiaosuite.fapiao.sealing.Sealing;
import org.jspecify.annotations.Nullable;

/** The answers given under a key, kept for a day. */
@ApplicationScoped
class StoredAnswers {

  private static final Duration KEPT = Duration.ofHours(24);
  private static final String FIND =
      "SELECT fingerprint, status, location, etag, body FROM idempotent_answer"
          + " WHERE caller = ? AND key = ?";
  private static final String LOCK =
      "SELECT pg_try_advisory_xact_lock(hashtextextended(? || chr(10) || ?, 0))";
  private static final String PUT =
      "INSERT INTO idempotent_answer"
          + " (caller, key, operation, fingerprint, status, location, etag, body, created_at)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String FORGET = "DELETE FROM idempotent_answer WHERE created_at < ?";

  private static final String FORGET_CALLER = "DELETE FROM idempotent_answer WHERE caller = ?";

  private final AgroalDataSource database;
  private final Sealing sealing;
  private final Clock clock;

  StoredAnswers(AgroalDataSource database, Sealing sealing, Clock clock) {
    this.database = database;
    this.sealing = sealing;
    this.clock = clock;
  }

  /** An answer as it was given. */
  record Stored(
      String fingerprint, int status, @Nullable String location, String etag, String body) {}

  Optional<Stored> find(String caller, String key) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(FIND)) {
      query.setString(1, caller);
      query.setString(2, key);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        return Optional.of(
            new Stored(
                HexFormat.of().formatHex(row.getBytes(1)),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                new String(sealing.open(row.getBytes(5)), StandardCharsets.UTF_8)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot look up a stored answer", e);
    }
  }

  /** Until the transaction ends, nobody else works under this key; false when somebody does. */
  boolean tryLock(String caller, String key) {
    try (Connection connection = database.getConnection();
        PreparedStatement lock = connection.prepareStatement(LOCK)) {
      lock.setString(1, caller);
      lock.setString(2, key);
      try (ResultSet row = lock.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot lock a key", e);
    }
  }

  void put(String caller, String key, String operation, Stored answer, Instant now) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(PUT)) {
      insert.setString(1, caller);
      insert.setString(2, key);
      insert.setString(3, operation);
      insert.setBytes(4, HexFormat.of().parseHex(answer.fingerprint()));
      insert.setInt(5, answer.status());
      insert.setString(6, answer.location());
      insert.setString(7, answer.etag());
      insert.setBytes(8, sealing.seal(answer.body().getBytes(StandardCharsets.UTF_8)));
      insert.setObject(9, now.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot store an answer", e);
    }
  }

  void forget(String caller) {
    try (Connection connection = database.getConnection();
        PreparedStatement delete = connection.prepareStatement(FORGET_CALLER)) {
      delete.setString(1, caller);
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot forget a caller's answers", e);
    }
  }

  @Scheduled(every = "1h", delayed = "1m")
  void forget() {
    try (Connection connection = database.getConnection();
        PreparedStatement delete = connection.prepareStatement(FORGET)) {
      delete.setObject(1, clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC));
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot forget old answers", e);
    }
  }
}
