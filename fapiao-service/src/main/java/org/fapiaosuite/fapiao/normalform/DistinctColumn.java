package org.fapiaosuite.fapiao.normalform;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A column whose texts tell rows of one owner apart. Those that are the same in their normal form
 * are listed and left as they are: which of them is right, a person has to say.
 *
 * @param within expression for what the texts have to be distinct within, as text
 */
record DistinctColumn(StoredColumn texts, String within) {

  private static final String CREATE =
      "CREATE TEMPORARY TABLE other_form (id uuid PRIMARY KEY, normal text NOT NULL)";

  private static final String LIST =
      """
      INSERT INTO normal_form_collision (table_name, column_name, row_key, same_as)
      SELECT '%1$s', '%2$s', id::text, first_id::text
      FROM (
        SELECT id, first_value(id) OVER (same ORDER BY id) AS first_id, count(*) OVER same AS alike
        FROM %1$s LEFT JOIN other_form USING (id)
        WINDOW same AS (PARTITION BY %3$s, coalesce(normal, %2$s))
      ) row_in_its_form
      WHERE alike > 1
      ON CONFLICT DO NOTHING
      """;

  private static final String CHANGE =
      """
      UPDATE %1$s SET %2$s = normal%3$s
      FROM other_form
      WHERE other_form.id = %1$s.id AND NOT EXISTS (
        SELECT FROM normal_form_collision
        WHERE table_name = '%1$s' AND column_name = '%2$s' AND row_key = other_form.id::text)
      """;

  void normalise(Connection database) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(CREATE);
      texts.forEachOther(database, "INSERT INTO other_form (normal, id) VALUES (?, ?::uuid)");
      statement.execute("ANALYZE other_form");
      statement.executeUpdate(LIST.formatted(texts.table(), texts.column(), within));
      statement.executeUpdate(CHANGE.formatted(texts.table(), texts.column(), texts.nextVersion()));
      statement.execute("DROP TABLE other_form");
    }
  }
}
