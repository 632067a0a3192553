package org.fapiaosuite.messaging.outbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.fapiaosuite.messaging.AfterCommit;
import org.fapiaosuite.messaging.OutgoingEvent;

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
   * Something was committed outside of {@link #append}: the relay looks now, not at its next poll.
   */
  public void nudge() {
    relay.nudge();
  }
}
