package org.fapiaosuite.fapiao.queue;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fapiaosuite.fapiao.application.ApplicationStatus;
import org.fapiaosuite.fapiao.calendar.Calendars;
import org.fapiaosuite.fapiao.calendar.Promise;
import org.fapiaosuite.fapiao.calendar.WorkingDays;

/** How much there is to do, and how well the promise is kept. */
@ApplicationScoped
@Transactional
public class QueueCounts {

  /** The statuses in which a promise is being kept, as SQL: {@code ('IN_PROCESS', …)}. */
  static final String PROMISED =
      ApplicationStatus.PROMISED.stream()
          .map(status -> "'" + status + "'")
          .sorted()
          .collect(Collectors.joining(", ", "(", ")"));

  private static final String COUNTS =
      """
      SELECT status, count(*),
        count(*) FILTER (WHERE status IN %1$s AND due_at < ?),
        count(*) FILTER (WHERE status IN %1$s AND due_at >= ? AND due_at <= ?)
      FROM application WHERE %2$s GROUP BY status
      """;

  /** Of what was to be issued by some moment of the stretch: all, and those that were. */
  private static final String KEPT =
      """
      SELECT count(*), count(*) FILTER (WHERE EXISTS (
        SELECT FROM fapiao f WHERE f.application_id = a.id AND f.issued_at <= a.due_at))
      FROM application a
      WHERE due_at >= ? AND due_at < ?
        AND status NOT IN ('DRAFT', 'CANCELLED', 'REJECTED', 'WAITING_FOR_STOCK')
      """;

  private static final int PLACES = 4;

  private final AgroalDataSource database;
  private final Calendars calendars;
  private final QueueConfig config;
  private final Clock clock;

  QueueCounts(AgroalDataSource database, Calendars calendars, QueueConfig config, Clock clock) {
    this.database = database;
    this.calendars = calendars;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Applications of one status.
   *
   * @param overdue those of them whose promise is broken
   * @param atRisk those of them that are due soon
   */
  public record Count(ApplicationStatus status, long count, long overdue, long atRisk) {}

  /** In the order of the statuses, none for a status that no application has. */
  public List<Count> byStatus() throws SQLException {
    return count("status <> 'DRAFT'");
  }

  /** The same of the statuses alone in which a promise is being kept. */
  List<Count> promised() throws SQLException {
    return count("status IN " + PROMISED);
  }

  private List<Count> count(String which) throws SQLException {
    Instant now = clock.instant();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(COUNTS.formatted(PROMISED, which))) {
      select.setObject(1, now.atOffset(ZoneOffset.UTC));
      select.setObject(2, now.atOffset(ZoneOffset.UTC));
      select.setObject(3, calendars.atRiskUpTo(now).atOffset(ZoneOffset.UTC));
      List<Count> counts = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          counts.add(
              new Count(
                  ApplicationStatus.valueOf(row.getString(1)),
                  row.getLong(2),
                  row.getLong(3),
                  row.getLong(4)));
        }
      }
      counts.sort((one, other) -> one.status().compareTo(other.status()));
      return counts;
    }
  }

  /**
   * The part that was issued in time of what was due in the last working days, to four places;
   * empty when nothing was.
   */
  public Optional<BigDecimal> onTimeRate() throws SQLException {
    Instant now = clock.instant();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(KEPT)) {
      select.setObject(1, start(now).atOffset(ZoneOffset.UTC));
      select.setObject(2, now.atOffset(ZoneOffset.UTC));
      try (ResultSet row = select.executeQuery()) {
        if (!row.next() || row.getLong(1) == 0) {
          return Optional.empty();
        }
        return Optional.of(
            BigDecimal.valueOf(row.getLong(2))
                .divide(BigDecimal.valueOf(row.getLong(1)), PLACES, RoundingMode.DOWN));
      }
    }
  }

  /** Midnight before the first of the last working days. */
  private Instant start(Instant now) {
    WorkingDays days = calendars.now().days();
    LocalDate day = now.atZone(Promise.CHINA).toLocalDate();
    int left = config.rateDays();
    while (true) {
      left -= days.isWorked(day) ? 1 : 0;
      if (left == 0) {
        return day.atStartOfDay(Promise.CHINA).toInstant();
      }
      day = day.minusDays(1);
    }
  }
}
