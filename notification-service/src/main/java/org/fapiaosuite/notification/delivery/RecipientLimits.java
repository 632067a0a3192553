package org.fapiaosuite.notification.delivery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.notification.templates.Purpose;

/** Keeps a flood of requests for one address from becoming a flood of mails. */
@ApplicationScoped
class RecipientLimits {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofHours(24);

  /**
   * Senders of other mails to the same address wait here, so that two never count each other out.
   */
  private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext(?))";

  /** What was sent, may have been sent, or is on its way. */
  private static final String RECENT =
      """
      SELECT coalesce(sent_at, changed_at) FROM delivery
      WHERE sent_to = ? AND kind = ? AND id <> ? AND state IN ('SENT', 'SENDING', 'UNKNOWN')
        AND coalesce(sent_at, changed_at) > ?
      ORDER BY 1 DESC LIMIT ?
      """;

  private static final String RESERVE =
      "UPDATE delivery SET sent_to = ? WHERE id = ? AND lease = ?";

  private final AgroalDataSource database;
  private final LimitConfig config;
  private final Clock clock;

  RecipientLimits(AgroalDataSource database, LimitConfig config, Clock clock) {
    this.database = database;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Counts the mail in if the limit allows it.
   *
   * @return when the address may get the mail, nothing when it may now
   */
  Optional<Instant> reserve(Delivery delivery, EmailAddress to) throws SQLException {
    if (delivery.kind().purpose() != Purpose.ON_DEMAND) {
      return Optional.empty();
    }
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        lock(connection, to);
        Optional<Instant> free = free(recent(connection, delivery, to));
        if (free.isEmpty()) {
          reserve(connection, delivery, to);
        }
        connection.commit();
        return free;
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  /** From when on there is room, given the latest mails, newest first. */
  private Optional<Instant> free(List<Instant> latest) {
    Instant now = clock.instant();
    Instant hour = free(latest, config.perHour(), HOUR);
    Instant day = free(latest, config.perDay(), DAY);
    Instant later = hour.isAfter(day) ? hour : day;
    return later.isAfter(now) ? Optional.of(later) : Optional.empty();
  }

  private static Instant free(List<Instant> latest, int limit, Duration window) {
    return latest.size() < limit ? Instant.MIN : latest.get(limit - 1).plus(window);
  }

  private static void lock(Connection connection, EmailAddress to) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(ONE_AT_A_TIME)) {
      lock.setString(1, to.key());
      lock.execute();
    }
  }

  private List<Instant> recent(Connection connection, Delivery delivery, EmailAddress to)
      throws SQLException {
    try (PreparedStatement recent = connection.prepareStatement(RECENT)) {
      recent.setString(1, to.key());
      recent.setString(2, delivery.kind().name());
      recent.setObject(3, delivery.id());
      recent.setObject(4, clock.instant().minus(DAY).atOffset(ZoneOffset.UTC));
      recent.setInt(5, Math.max(config.perHour(), config.perDay()));
      List<Instant> moments = new ArrayList<>();
      try (ResultSet rows = recent.executeQuery()) {
        while (rows.next()) {
          moments.add(rows.getObject(1, OffsetDateTime.class).toInstant());
        }
      }
      return moments;
    }
  }

  private static void reserve(Connection connection, Delivery delivery, EmailAddress to)
      throws SQLException {
    try (PreparedStatement reserve = connection.prepareStatement(RESERVE)) {
      reserve.setString(1, to.key());
      reserve.setObject(2, delivery.id());
      reserve.setObject(3, delivery.lease());
      reserve.executeUpdate();
    }
  }
}
