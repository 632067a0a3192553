package org.fapiaosuite.ordersync.statement;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The days that want their statement. A day is claimed with a lease before it is fetched, so that
 * two copies of the service never do the same work and one that dies is replaced.
 */
@ApplicationScoped
public class StatementDays {
  private static final String PLAN =
      """
      INSERT INTO statement_day (platform, day, next_attempt_at) VALUES (?, ?, ?)
      ON CONFLICT (platform, day) DO NOTHING
      """;

  private static final String REQUEST =
      """
      INSERT INTO statement_day AS known (platform, day, next_attempt_at) VALUES (?, ?, ?)
      ON CONFLICT (platform, day) DO UPDATE
      SET next_attempt_at = least(known.next_attempt_at, excluded.next_attempt_at)
      """;

  private static final String LOOK_AGAIN =
      """
      UPDATE statement_day AS known SET next_attempt_at = ?
      WHERE day >= ? AND asked_at < ? AND next_attempt_at IS NULL AND lease_owner IS NULL
        AND EXISTS (
          SELECT FROM orders
          WHERE orders.status = 'HELD' AND orders.matched_on IS NULL
            AND orders.platform = known.platform
            AND (orders.paid_at AT TIME ZONE 'Asia/Shanghai')::date = known.day)
      """;

  private static final String CLAIM =
      """
      UPDATE statement_day SET lease_owner = ?, lease_until = ?, attempts = attempts + 1,
        next_attempt_at = NULL
      WHERE (platform, day) = (
        SELECT platform, day FROM statement_day
        WHERE (lease_until IS NULL AND next_attempt_at <= ?) OR lease_until < ?
        ORDER BY next_attempt_at, day LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING platform, day
      """;

  private static final String RENEW =
      "UPDATE statement_day SET lease_until = ? WHERE lease_owner = ?";

  // The claim has cleared next_attempt_at: what stands there now was asked for in the meantime.
  private static final String DONE =
      """
      UPDATE statement_day SET lease_owner = NULL, lease_until = NULL, attempts = 0,
        asked_at = ?, last_outcome = ?
      WHERE lease_owner = ?
      """;

  private static final String RETRY =
      """
      UPDATE statement_day SET lease_owner = NULL, lease_until = NULL, next_attempt_at = ?,
        last_outcome = ?
      WHERE lease_owner = ?
      """;

  private static final String STATES =
      """
      SELECT platform, day, asked_at, next_attempt_at, lease_owner IS NOT NULL FROM statement_day
      WHERE (platform, day) IN (SELECT * FROM unnest(?::text[], ?::date[]))
      """;

  private final AgroalDataSource database;

  StatementDays(AgroalDataSource database) {
    this.database = database;
  }

  /** A day of a platform. */
  public record Key(String platform, LocalDate day) {}

  /** A day that is ours until the lease ends. */
  public record Claim(UUID owner, String platform, LocalDate day) {}

  /** Makes sure that a day will be fetched when it is due; a day known already stays as it is. */
  public void plan(Key key, Instant due) {
    update(PLAN, key.platform(), key.day(), due);
  }

  /** Has a day fetched, again if need be, at the given time or before. */
  public void request(Key key, Instant at) {
    update(REQUEST, key.platform(), key.day(), at);
  }

  /**
   * Has the days fetched again on which an order is held that no statement confirms: the platform
   * may have corrected them.
   *
   * @param from the first day to look at
   * @param since statements asked for later than this are new enough
   */
  public void lookAgain(LocalDate from, Instant since, Instant now) {
    update(LOOK_AGAIN, now, from, since);
  }

  /** Takes the day that has been due longest, for nobody else to take. */
  public Optional<Claim> claim(UUID owner, Instant now, Duration lease) {
    try (Connection connection = database.getConnection();
        PreparedStatement claim = connection.prepareStatement(CLAIM)) {
      bind(claim, owner, now.plus(lease), now, now);
      try (ResultSet row = claim.executeQuery()) {
        return row.next()
            ? Optional.of(new Claim(owner, row.getString(1), row.getObject(2, LocalDate.class)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("statement day cannot be claimed", e);
    }
  }

  /** Holds on to a claim; false when it was lost. */
  public boolean renew(Claim claim, Instant until) {
    return update(RENEW, until, claim.owner()) == 1;
  }

  /**
   * The statement was taken.
   *
   * @param askedAt when it was asked for: what was pushed before must be in it
   */
  public boolean done(Claim claim, Instant askedAt, String outcome) {
    return update(DONE, askedAt, outcome, claim.owner()) == 1;
  }

  /** There was no statement to take: again later, or not by itself when {@code next} is null. */
  public boolean retry(Claim claim, @Nullable Instant next, String outcome) {
    return update(RETRY, next, outcome, claim.owner()) == 1;
  }

  /** What is known of each of the days; one that nobody has asked for yet is left out. */
  public Map<Key, StatementState> states(Collection<Key> keys) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(STATES)) {
      select.setArray(
          1, connection.createArrayOf("text", keys.stream().map(Key::platform).toArray()));
      select.setArray(
          2,
          connection.createArrayOf(
              "date", keys.stream().map(key -> key.day().toString()).toArray()));
      Map<Key, StatementState> states = new HashMap<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          states.put(
              new Key(rows.getString(1), rows.getObject(2, LocalDate.class)),
              new StatementState(instant(rows, 3), instant(rows, 4), rows.getBoolean(5)));
        }
      }
      return states;
    } catch (SQLException e) {
      throw new IllegalStateException("statement days cannot be read", e);
    }
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }

  private int update(String sql, @Nullable Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      bind(update, values);
      return update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("statement day cannot be changed", e);
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value instanceof Instant instant) {
        statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
      } else if (value == null) {
        statement.setNull(i + 1, java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }
}
