package org.fapiaosuite.messaging.outbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.fapiaosuite.messaging.AfterCommit;
import org.fapiaosuite.messaging.OutgoingEvent;
import org.jboss.logging.Logger;

/**
 * Where events are written down, in the transaction of the change they tell of. What is rolled back
 * is never told; what is committed is told at least once, by {@link OutboxRelay}.
 */
@ApplicationScoped
public class Outbox {
  private static final String INSERT =
      "INSERT INTO "
          + OutboxRow.TABLE
          + " ("
          + OutboxRow.COLUMNS
          + ") VALUES (?, ?, ?, ?, ?, ?, ?)";

  private static final Logger LOG = Logger.getLogger(Outbox.class);

  private static final String UNSENT =
      "SELECT FROM outbox WHERE event_id = ANY (?) AND sent_at IS NULL LIMIT 1";

  /** Another copy may be the one that sends. */
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final AgroalDataSource database;
  private final AfterCommit afterCommit;
  private final OutboxRelay relay;

  Outbox(AgroalDataSource database, AfterCommit afterCommit, OutboxRelay relay) {
    this.database = database;
    this.afterCommit = afterCommit;
    this.relay = relay;
  }

  /**
   * Writes the event down. The caller holds the row lock of its aggregate (an insert or update of
   * it), which is what keeps the aggregate's events in order.
   *
   * @throws jakarta.transaction.TransactionalException without a transaction
   * @throws IllegalArgumentException when the data cannot be written as JSON
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void append(OutgoingEvent event) {
    append(List.of(event));
  }

  /** Writes several events down in their order, in one round trip; see {@link #append}. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void append(List<OutgoingEvent> events) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (OutgoingEvent event : events) {
        OutboxRow row = OutboxRow.of(event);
        insert.setObject(1, row.eventId());
        insert.setString(2, row.topic());
        insert.setString(3, row.type());
        insert.setString(4, row.aggregateId());
        insert.setObject(5, row.occurredAt());
        insert.setString(6, row.traceparent());
        insert.setString(7, row.data());
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot write to the outbox", e);
    }
    afterCommit.run(relay::nudge);
  }

  /**
   * Waits until Kafka has acknowledged events that were committed, whichever copy of the service
   * sends them. They are sent in any case, waited for or not.
   *
   * @param atMost how long; a broker that is away is not waited for any longer
   * @return false when some are not sent yet, or the database does not answer
   */
  public boolean awaitSent(Collection<UUID> eventIds, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    try {
      while (!areSent(eventIds)) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        relay.awaitBatch(Math.min(left, LOOK_AGAIN.toNanos()));
      }
      return true;
    } catch (SQLException e) {
      LOG.warnf("cannot see whether events are sent, sqlState=%s", e.getSQLState());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean areSent(Collection<UUID> eventIds) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(UNSENT)) {
      select.setArray(1, connection.createArrayOf("uuid", eventIds.toArray()));
      try (ResultSet row = select.executeQuery()) {
        return !row.next();
      }
    }
  }

  /**
   * Something was committed outside of {@link #append}: the relay looks now, not at its next poll.
   */
  public void nudge() {
    relay.nudge();
  }
}
