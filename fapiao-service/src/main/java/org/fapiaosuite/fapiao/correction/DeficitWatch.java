package org.fapiaosuite.fapiao.correction;

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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.fapiaosuite.fapiao.money.Amount;
import org.fapiaosuite.kernel.Money;
import org.fapiaosuite.messaging.OutgoingEvent;
import org.fapiaosuite.messaging.outbox.Outbox;
import org.fapiaosuite.rest.identity.Ids;
import org.jboss.logging.Logger;

/**
 * Tells staff of deficits, each amount of a bill once: which were told is written down in the same
 * statement that finds them, so that of two copies of the service one tells.
 */
@ApplicationScoped
class DeficitWatch {

  private static final Logger LOG = Logger.getLogger(DeficitWatch.class);
  private static final String TOPIC = "fapiao.events";

  private static final String TELL =
      """
      WITH told AS (
        INSERT INTO deficit_told (bill_id, deficit_fen, told_at)
        SELECT id, deficit_fen, ? FROM bill b
        WHERE deficit_fen > 0 AND NOT EXISTS (
          SELECT FROM deficit_told t WHERE t.bill_id = b.id AND t.deficit_fen = b.deficit_fen)
        ORDER BY paid_at, id LIMIT %d
        ON CONFLICT DO NOTHING
        RETURNING bill_id, deficit_fen)
      SELECT order_number, t.deficit_fen FROM told t JOIN bill b ON b.id = t.bill_id
      ORDER BY paid_at, id
      """
          .formatted(DeficitFound.MOST_ORDERS);

  private final AgroalDataSource database;
  private final Outbox outbox;
  private final Ids ids;
  private final Clock clock;

  DeficitWatch(AgroalDataSource database, Outbox outbox, Ids ids, Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  @Scheduled(
      every = "${fapiao.correction.watch-every:1m}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void watch() {
    try {
      int bills = tell();
      if (bills > 0) {
        LOG.warnf("deficits told, bills=%d", bills);
      }
    } catch (SQLException e) {
      LOG.warnf("deficits: database unavailable, sqlState=%s", e.getSQLState());
    }
  }

  /**
   * Tells of those that nobody was told of, at most {@value DeficitFound#MOST_ORDERS}; how many.
   */
  @Transactional(rollbackOn = SQLException.class)
  int tell() throws SQLException {
    Instant now = clock.instant();
    List<String> orders = new ArrayList<>();
    long fen = 0;
    try (Connection connection = database.getConnection();
        PreparedStatement tell = connection.prepareStatement(TELL)) {
      tell.setObject(1, now.atOffset(ZoneOffset.UTC));
      try (ResultSet row = tell.executeQuery()) {
        while (row.next()) {
          orders.add(row.getString(1));
          fen += row.getLong(2);
        }
      }
    }
    if (!orders.isEmpty()) {
      DeficitFound found = new DeficitFound(Amount.of(Money.ofFen(fen)), orders);
      outbox.append(
          OutgoingEvent.of(ids.next(), TOPIC, DeficitFound.TYPE, orders.get(0), now, found));
    }
    return orders.size();
  }
}
