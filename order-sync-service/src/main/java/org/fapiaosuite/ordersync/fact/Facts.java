package org.fapiaosuite.ordersync.fact;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that was said, to be read by order. */
@ApplicationScoped
public class Facts {
  private static final String OF_ORDERS =
      """
      SELECT platform, order_number, kind, reference, source, source_id, transaction_id, amount,
        currency, occurred_at, customer_id, payer_name, payer_email, product, quantity, reason,
        statement_day, recorded_at, order_id
      FROM fact WHERE order_id = ANY (?)
      """;

  private final AgroalDataSource database;

  Facts(AgroalDataSource database) {
    this.database = database;
  }

  /** The facts of each of the orders; an order of which nothing was said is left out. */
  public Map<String, List<Fact>> of(Collection<String> orderIds) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(OF_ORDERS)) {
      select.setArray(1, connection.createArrayOf("text", orderIds.toArray()));
      try (ResultSet row = select.executeQuery()) {
        Map<String, List<Fact>> facts = new HashMap<>();
        while (row.next()) {
          facts.computeIfAbsent(row.getString(19), id -> new ArrayList<>(2)).add(fact(row));
        }
        return facts;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("facts cannot be read", e);
    }
  }

  private static Fact fact(ResultSet row) throws SQLException {
    return new Fact(
        row.getString(1),
        row.getString(2),
        FactKind.valueOf(row.getString(3)),
        row.getString(4),
        FactSource.valueOf(row.getString(5)),
        row.getString(6),
        row.getString(7),
        row.getLong(8),
        row.getString(9),
        instant(row, 10),
        details(row),
        row.getString(16),
        row.getObject(17, LocalDate.class),
        instant(row, 18));
  }

  private static @Nullable OrderDetails details(ResultSet row) throws SQLException {
    return OrderDetails.of(
        row.getString(11),
        row.getString(12),
        row.getString(13),
        row.getString(14),
        row.getObject(15, Integer.class));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
