package org.fapiaosuite.fapiao.queue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.fapiaosuite.fapiao.calendar.Calendars;
import org.fapiaosuite.messaging.OutgoingEvent;
import org.fapiaosuite.messaging.outbox.Outbox;
import org.fapiaosuite.rest.identity.Ids;
import org.jboss.logging.Logger;

/**
 * Warns of promises that are at risk, each once: which were told is written down in the same
 * statement that finds them, so that of two copies of the service one tells.
 */
@ApplicationScoped
class PromiseWatch {

  private static final Logger LOG = Logger.getLogger(PromiseWatch.class);
  private static final String TOPIC = "fapiao.events";

  private static final String WARN =
      """
      WITH warned AS (
        INSERT INTO promise_warning (application_id, due_at, told_at)
        SELECT id, due_at, ? FROM application a
        WHERE status IN %s AND due_at <= ? AND NOT EXISTS (
          SELECT FROM promise_warning w WHERE w.application_id = a.id AND w.due_at = a.due_at)
        ON CONFLICT DO NOTHING
        RETURNING application_id, due_at)
      SELECT due_at, count(DISTINCT w.application_id),
        (array_agg(i.order_number ORDER BY w.application_id, i.position))[1:%d]
      FROM warned w JOIN application_item i ON i.application_id = w.application_id
      GROUP BY due_at ORDER BY due_at
      """
          .formatted(QueueCounts.PROMISED, PromiseAtRisk.MOST_ORDERS);

  private final AgroalDataSource database;
  private final Calendars calendars;
  private final Outbox outbox;
  private final Ids ids;
  private final Clock clock;

  PromiseWatch(
      AgroalDataSource database, Calendars calendars, Outbox outbox, Ids ids, Clock clock) {
    this.database = database;
    this.calendars = calendars;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  @Scheduled(
      every = "${fapiao.queue.watch-every:30s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void watch() {
    try {
      int told = warn();
      if (told > 0) {
        LOG.warnf("promises at risk told, dueMoments=%d", told);
      }
    } catch (SQLException e) {
      LOG.warnf("promises at risk: database unavailable, sqlState=%s", e.getSQLState());
    }
  }

  /** Tells of all that nobody was told of; of how many due moments. */
  @Transactional(rollbackOn = SQLException.class)
  int warn() throws SQLException {
    Instant now = clock.instant();
    List<PromiseAtRisk> found = find(now);
    for (PromiseAtRisk risk : found) {
      outbox.append(
          OutgoingEvent.of(
              ids.next(), TOPIC, PromiseAtRisk.TYPE, risk.dueAt().toString(), now, risk));
    }
    return found.size();
  }

  private List<PromiseAtRisk> find(Instant now) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement warn = connection.prepareStatement(WARN)) {
      warn.setObject(1, now.atOffset(ZoneOffset.UTC));
      warn.setObject(2, calendars.atRiskUpTo(now).atOffset(ZoneOffset.UTC));
      List<PromiseAtRisk> found = new ArrayList<>();
      try (ResultSet row = warn.executeQuery()) {
        while (row.next()) {
          found.add(
              new PromiseAtRisk(
                  row.getObject(1, OffsetDateTime.class).toInstant(),
                  row.getInt(2),
                  List.of((String[]) row.getArray(3).getArray())));
        }
      }
      return found;
    }
  }
}
