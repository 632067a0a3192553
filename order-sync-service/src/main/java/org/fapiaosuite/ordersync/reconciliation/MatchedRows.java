package org.fapiaosuite.ordersync.reconciliation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fapiaosuite.kernel.Hundredths;
import org.fapiaosuite.ordersync.fact.FactKind;
import org.fapiaosuite.rest.paging.Cursor;

/**
 * The movements of a statement that matched. They are not written into the report, since they are
 * nearly all of it: they are the facts that the statement told, less the rows that differ. Once a
 * later statement of the day has been read they belong to its report.
 */
@ApplicationScoped
class MatchedRows {
  private static final String PAGE =
      """
      SELECT order_number, kind, reference, currency, amount FROM fact booked
      WHERE source = 'STATEMENT' AND platform = ? AND statement_day = ? AND source_id = ?
        AND (order_number, kind, reference) > (?, ?, ?)
        AND NOT EXISTS (
          SELECT FROM reconciliation_row differing
          WHERE differing.reconciliation_id = CAST(booked.source_id AS uuid)
            AND differing.order_number = booked.order_number AND differing.kind = booked.kind
            AND differing.reference = booked.reference AND differing.detail IS DISTINCT FROM ?)
      ORDER BY order_number, kind, reference LIMIT ?
      """;

  private final AgroalDataSource database;

  MatchedRows(AgroalDataSource database) {
    this.database = database;
  }

  /** Where a page begins. */
  record Place(String orderNumber, String kind, String reference) {
    private static final char SEPARATOR = '\n';
    static final Place START = new Place("", "", "");

    /** Reads what {@link #cursor} wrote. */
    static Place of(Cursor cursor) {
      String[] parts = cursor.key().split(String.valueOf(SEPARATOR), -1);
      if (parts.length != 3) {
        throw Cursor.unknown();
      }
      return new Place(parts[0], parts[1], parts[2]);
    }

    static Place of(ReconciliationRow row) {
      return new Place(
          String.valueOf(row.orderNumber()),
          String.valueOf(row.kind()),
          String.valueOf(row.reference()));
    }

    Cursor cursor() {
      return Cursor.of(orderNumber + SEPARATOR + kind + SEPARATOR + reference);
    }
  }

  /** By order number, and one more than the limit if there is one. */
  List<ReconciliationRow> page(Reconciliation report, Place after, int limit) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(PAGE)) {
      select.setString(1, report.platform());
      select.setObject(2, report.day());
      select.setString(3, report.id().toString());
      select.setString(4, after.orderNumber());
      select.setString(5, after.kind());
      select.setString(6, after.reference());
      select.setString(7, ReconciliationRow.REPEATED);
      select.setInt(8, limit + 1);
      try (ResultSet row = select.executeQuery()) {
        List<ReconciliationRow> page = new ArrayList<>();
        while (row.next()) {
          String amount = row.getString(4) + ' ' + Hundredths.text(row.getLong(5));
          page.add(
              new ReconciliationRow(
                  RowOutcome.MATCHED,
                  FactKind.valueOf(row.getString(2)),
                  row.getString(1),
                  row.getString(3),
                  amount,
                  amount,
                  null));
        }
        return page;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("statement cannot be read", e);
    }
  }
}
