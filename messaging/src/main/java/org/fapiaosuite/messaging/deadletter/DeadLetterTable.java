package org.fapiaosuite.messaging.deadletter;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the rows of events that were set aside are read and changed; which of them, others say. */
@ApplicationScoped
class DeadLetterTable {
  /** All rows, with what somebody wishes for them. */
  static final String SELECT =
      "SELECT "
          + DeadLetter.COLUMNS
          + " FROM dead_letter d LEFT JOIN discard_request r ON r.dead_letter = d.id ";

  private final AgroalDataSource database;

  DeadLetterTable(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * Reads rows.
   *
   * @param rest what follows the tables d and r
   */
  List<DeadLetter> rows(String rest, Object... parameters) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT + rest)) {
      bind(select, parameters);
      try (ResultSet row = select.executeQuery()) {
        List<DeadLetter> rows = new ArrayList<>();
        while (row.next()) {
          rows.add(DeadLetter.of(row));
        }
        return rows;
      }
    }
  }

  /** One row, empty when there is none. */
  Optional<DeadLetter> row(String rest, Object... parameters) throws SQLException {
    return rows(rest, parameters).stream().findFirst();
  }

  /** Changes rows; how many. */
  int change(String sql, Object... parameters) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }
}
