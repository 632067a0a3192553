package org.fapiaosuite.ordersync.reconciliation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fapiaosuite.ordersync.fact.FactKind;
import org.fapiaosuite.rest.paging.Cursor;
import org.jspecify.annotations.Nullable;

/** The rows of the reports, as many as there may be. */
@ApplicationScoped
class ReconciliationRows {
  private static final String ADD =
      """
      INSERT INTO reconciliation_row (reconciliation_id, row_number, outcome, kind, order_number,
        reference, statement_amount, local_amount, detail)
      VALUES (?, nextval('reconciliation_row_number'), ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String PAGE =
      """
      SELECT row_number, outcome, kind, order_number, reference, statement_amount, local_amount,
        detail
      FROM reconciliation_row
      WHERE reconciliation_id = ? AND row_number > ? AND outcome = coalesce(?, outcome)
      ORDER BY row_number LIMIT ?
      """;

  private final AgroalDataSource database;

  ReconciliationRows(AgroalDataSource database) {
    this.database = database;
  }

  /** A row and its place in the report. */
  record Numbered(long number, ReconciliationRow row) {
    static final Cursor START = Cursor.of("0");

    /** Reads what {@link #cursor} wrote. */
    static long number(Cursor cursor) {
      try {
        return Long.parseLong(cursor.key());
      } catch (NumberFormatException e) {
        throw Cursor.unknown();
      }
    }

    Cursor cursor() {
      return Cursor.of(Long.toString(number));
    }
  }

  void add(UUID reconciliation, List<ReconciliationRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(ADD)) {
      for (ReconciliationRow row : rows) {
        insert.setObject(1, reconciliation);
        insert.setString(2, row.outcome().name());
        FactKind kind = row.kind();
        insert.setString(3, kind == null ? null : kind.name());
        insert.setString(4, row.orderNumber());
        insert.setString(5, row.reference());
        insert.setString(6, row.statementAmount());
        insert.setString(7, row.localAmount());
        insert.setString(8, row.detail());
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("report cannot be written", e);
    }
  }

  /**
   * In their order, from after the given number, and one more than the limit if there is one.
   *
   * @param outcome only these; all when null
   */
  List<Numbered> page(UUID reconciliation, @Nullable RowOutcome outcome, long after, int limit) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(PAGE)) {
      select.setObject(1, reconciliation);
      select.setLong(2, after);
      select.setString(3, outcome == null ? null : outcome.name());
      select.setInt(4, limit + 1);
      try (ResultSet row = select.executeQuery()) {
        List<Numbered> page = new ArrayList<>();
        while (row.next()) {
          page.add(new Numbered(row.getLong(1), row(row)));
        }
        return page;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("report cannot be read", e);
    }
  }

  private static ReconciliationRow row(ResultSet row) throws SQLException {
    return new ReconciliationRow(
        RowOutcome.valueOf(row.getString(2)),
        kind(row.getString(3)),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8));
  }

  private static @Nullable FactKind kind(@Nullable String name) {
    return name == null ? null : FactKind.valueOf(name);
  }
}
