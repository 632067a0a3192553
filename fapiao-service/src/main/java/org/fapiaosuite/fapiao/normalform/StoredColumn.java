package org.fapiaosuite.fapiao.normalform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.UnaryOperator;

/**
 * A column whose texts have a normal form.
 *
 * @param where which rows have such a text
 * @param normal the form of a text; one that has none stays as it is
 */
record StoredColumn(String table, String column, String where, UnaryOperator<String> normal) {

  private static final int ROWS_AT_ONCE = 1000;
  private static final String UNVERSIONED = "bill_share";

  StoredColumn(String table, String column, UnaryOperator<String> normal) {
    this(table, column, "true", normal);
  }

  /** Changes every text that is not in its normal form. */
  void normalise(Connection database) throws SQLException {
    forEachOther(
        database,
        "UPDATE %s SET %s = ?%s WHERE id = ?::uuid".formatted(table, column, nextVersion()));
  }

  /** So that an older copy of the service that has read the row does not write it back. */
  String nextVersion() {
    return UNVERSIONED.equals(table) ? "" : ", version = version + 1";
  }

  /**
   * Executes a statement for every text that is not in its normal form, with that form and the id
   * of the row as its parameters; in pieces, however many there are.
   */
  void forEachOther(Connection database, String sql) throws SQLException {
    String all =
        "SELECT id, %1$s FROM %2$s WHERE %1$s IS NOT NULL AND (%3$s)"
            .formatted(column, table, where);
    try (PreparedStatement select = database.prepareStatement(all);
        PreparedStatement statement = database.prepareStatement(sql)) {
      select.setFetchSize(ROWS_AT_ONCE);
      int waiting = 0;
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          String stored = rows.getString(2);
          String text = normal.apply(stored);
          if (!text.equals(stored)) {
            statement.setString(1, text);
            statement.setString(2, rows.getString(1));
            statement.addBatch();
            waiting++;
          }
          if (waiting == ROWS_AT_ONCE) {
            statement.executeBatch();
            waiting = 0;
          }
        }
      }
      statement.executeBatch();
    }
  }
}
