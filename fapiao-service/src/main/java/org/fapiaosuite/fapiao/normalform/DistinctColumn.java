package org.fapiaosuite.fapiao.normalform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A column whose texts tell rows of one owner apart. Those that are the same in their normal form
 * are listed and left as they are: which of them is right, a person has to say.
 *
 * @param within expression for what the texts have to be distinct within, as text
 */
record DistinctColumn(StoredColumn texts, String within) {

  private record Row(String key, String stored) {}

  void normalise(Connection database) throws SQLException {
    for (Map.Entry<List<String>, List<Row>> form : byForm(database).entrySet()) {
      String normal = form.getKey().get(1);
      List<Row> rows = form.getValue();
      if (rows.size() > 1) {
        list(database, rows);
      } else if (!rows.get(0).stored().equals(normal)) {
        texts.put(database, rows.get(0).key(), normal);
      }
    }
  }

  private Map<List<String>, List<Row>> byForm(Connection database) throws SQLException {
    String all =
        "SELECT %s, %s, %s FROM %s ORDER BY 1"
            .formatted(texts.key(), texts.column(), within, texts.table());
    Map<List<String>, List<Row>> forms = new LinkedHashMap<>();
    try (PreparedStatement select = database.prepareStatement(all);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        String stored = rows.getString(2);
        forms
            .computeIfAbsent(
                List.of(rows.getString(3), texts.normal().apply(stored)), form -> new ArrayList<>())
            .add(new Row(rows.getString(1), stored));
      }
    }
    return forms;
  }

  private void list(Connection database, List<Row> rows) throws SQLException {
    try (PreparedStatement insert =
        database.prepareStatement(
            "INSERT INTO normal_form_collision (table_name, column_name, row_key, same_as)"
                + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
      for (Row row : rows) {
        insert.setString(1, texts.table());
        insert.setString(2, texts.column());
        insert.setString(3, row.key());
        insert.setString(4, rows.get(0).key());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
