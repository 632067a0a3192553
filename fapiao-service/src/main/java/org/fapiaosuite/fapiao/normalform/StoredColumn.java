package org.fapiaosuite.fapiao.normalform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.UnaryOperator;

/**
 * A column whose texts have a normal form.
 *
 * @param key expression that tells a row, as text
 * @param where which rows have such a text
 * @param normal the form of a text; one that has none stays as it is
 */
record StoredColumn(
    String table, String column, String key, String where, UnaryOperator<String> normal) {

  private static final int ROWS_AT_ONCE = 1000;

  StoredColumn(String table, String column, UnaryOperator<String> normal) {
    this(table, column, "id::text", "true", normal);
  }

  /** Changes every text that is not in its normal form; read in pieces, whatever there is. */
  void normalise(Connection database) throws SQLException {
    String all =
        "SELECT %s, %s FROM %s WHERE %s IS NOT NULL AND (%s)"
            .formatted(key, column, table, column, where);
    try (PreparedStatement select = database.prepareStatement(all)) {
      select.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          String stored = rows.getString(2);
          String text = normal.apply(stored);
          if (!text.equals(stored)) {
            put(database, rows.getString(1), text);
          }
        }
      }
    }
  }

  void put(Connection database, String row, String text) throws SQLException {
    String change = "UPDATE %s SET %s = ? WHERE %s = ?".formatted(table, column, key);
    try (PreparedStatement update = database.prepareStatement(change)) {
      update.setString(1, text);
      update.setString(2, row);
      update.executeUpdate();
    }
  }
}
