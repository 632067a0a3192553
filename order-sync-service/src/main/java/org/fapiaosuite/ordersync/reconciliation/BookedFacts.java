package org.fapiaosuite.ordersync.reconciliation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.fapiaosuite.ordersync.fact.ChinaTime;
import org.fapiaosuite.ordersync.fact.Fact;
import org.fapiaosuite.ordersync.fact.FactKind;
import org.fapiaosuite.ordersync.fact.FactSource;
import org.fapiaosuite.ordersync.fact.OrderDetails;

/** The facts that statements tell. The newest statement of a day replaces the ones before. */
@ApplicationScoped
class BookedFacts {
  /** A row more than this many is counted no further: such a statement is wrong as a whole. */
  private static final int MOST_MISSING = 100_000;

  // Touched by this run already: then the same line is there twice, and nothing is updated.
  private static final String NOTE =
      """
      INSERT INTO fact AS known (order_id, kind, reference, source, amount, currency, occurred_at,
        platform, order_number, source_id, transaction_id, customer_id, payer_name, payer_email,
        product, quantity, statement_day, recorded_at)
      VALUES (?, ?, ?, 'STATEMENT', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (order_id, kind, reference, source, amount, currency, occurred_at) DO UPDATE
      SET source_id = excluded.source_id, statement_day = excluded.statement_day
      WHERE known.source_id <> excluded.source_id
      """;

  private static final String TAKE_BACK =
      """
      DELETE FROM fact
      WHERE source = 'STATEMENT' AND platform = ? AND statement_day = ? AND source_id <> ?
      RETURNING order_number
      """;

  private static final String MISSING =
      """
      SELECT order_number, kind, reference, source, source_id, transaction_id, amount, currency,
        occurred_at, recorded_at
      FROM fact told
      WHERE occurred_at >= ? AND occurred_at < ? AND platform = ? AND source <> 'STATEMENT'
        AND recorded_at < ?
        AND NOT EXISTS (
          SELECT FROM fact booked
          WHERE booked.order_id = told.order_id AND booked.kind = told.kind
            AND booked.reference = told.reference AND booked.source = 'STATEMENT')
      ORDER BY order_number LIMIT ?
      """;

  private final AgroalDataSource database;

  BookedFacts(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * Writes the lines down.
   *
   * @return for each whether this run has seen it for the first time
   */
  boolean[] note(List<Fact> facts) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(NOTE)) {
      for (Fact fact : facts) {
        bind(insert, fact);
        insert.addBatch();
      }
      int[] counts = insert.executeBatch();
      boolean[] first = new boolean[counts.length];
      for (int i = 0; i < counts.length; i++) {
        first[i] = counts[i] != 0;
      }
      return first;
    } catch (SQLException e) {
      throw new IllegalStateException("statement cannot be written", e);
    }
  }

  private static void bind(PreparedStatement insert, Fact fact) throws SQLException {
    OrderDetails details = fact.details();
    int at = 1;
    insert.setString(at++, fact.orderId());
    insert.setString(at++, fact.kind().name());
    insert.setString(at++, fact.reference());
    insert.setLong(at++, fact.amount());
    insert.setString(at++, fact.currency());
    insert.setObject(at++, utc(fact.occurredAt()));
    insert.setString(at++, fact.platform());
    insert.setString(at++, fact.orderNumber());
    insert.setString(at++, fact.sourceId());
    insert.setString(at++, fact.transactionId());
    insert.setString(at++, details == null ? null : details.customerId());
    insert.setString(at++, details == null ? null : details.payerName());
    insert.setString(at++, details == null ? null : details.payerEmail());
    insert.setString(at++, details == null ? null : details.product());
    insert.setObject(at++, details == null ? null : details.quantity(), java.sql.Types.INTEGER);
    insert.setObject(at++, fact.statementDay());
    insert.setObject(at, utc(fact.recordedAt()));
  }

  /** Removes what earlier statements of the day said and this run did not; the orders of it. */
  List<String> takeBack(String platform, LocalDate day, String runId) {
    try (Connection connection = database.getConnection();
        PreparedStatement delete = connection.prepareStatement(TAKE_BACK)) {
      delete.setString(1, platform);
      delete.setObject(2, day);
      delete.setString(3, runId);
      List<String> numbers = new ArrayList<>();
      try (ResultSet rows = delete.executeQuery()) {
        while (rows.next()) {
          numbers.add(rows.getString(1));
        }
      }
      return numbers;
    } catch (SQLException e) {
      throw new IllegalStateException("statement cannot be taken back", e);
    }
  }

  /** What was told of that day before the statement was asked for, and is in no statement. */
  List<Fact> missing(StatementRun run) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(MISSING)) {
      select.setObject(1, utc(ChinaTime.start(run.day())));
      select.setObject(2, utc(ChinaTime.start(run.day().plusDays(1))));
      select.setString(3, run.platform());
      select.setObject(4, utc(run.startedAt()));
      select.setInt(5, MOST_MISSING);
      List<Fact> missing = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          missing.add(told(run, row));
        }
      }
      return missing;
    } catch (SQLException e) {
      throw new IllegalStateException("facts cannot be read", e);
    }
  }

  private static Fact told(StatementRun run, ResultSet row) throws SQLException {
    return new Fact(
        run.platform(),
        row.getString(1),
        FactKind.valueOf(row.getString(2)),
        row.getString(3),
        FactSource.valueOf(row.getString(4)),
        row.getString(5),
        row.getString(6),
        row.getLong(7),
        row.getString(8),
        row.getObject(9, OffsetDateTime.class).toInstant(),
        null,
        null,
        null,
        row.getObject(10, OffsetDateTime.class).toInstant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
