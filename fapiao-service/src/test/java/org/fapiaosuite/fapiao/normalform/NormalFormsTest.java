package org.fapiaosuite.fapiao.normalform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.fapiaosuite.testkit.Database;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What an operator has in the database when the version with one form of each comes. */
@QuarkusTest
class NormalFormsTest {

  private static final String SCHEMA = "before_normal_forms";

  private static final String TITLE =
      "INSERT INTO title VALUES ('01a22700-0000-7000-8000-00000000000%d', 0, '%s', false,"
          + " 'INDIVIDUAL', '%s', NULL, '⻓安街1号', '02128986102', '⼯商银⾏', NULL, now())";

  private static final String BILL =
      "INSERT INTO bill VALUES ('01a22700-0000-7000-8000-0000000000%s', 0, '%s', 'c', 'p', 'o', 1,"
          + " now(), 100, 0, 0, 0, 0, now(), true, NULL, 'INVOICEABLE', NULL)";

  @Test
  void stored_rows_get_their_form_and_collisions_are_listed() throws SQLException {
    // Given
    Database.execute("public", "DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
    migrateTo("2");
    Database.execute(
        SCHEMA,
        TITLE.formatted(1, "a", "买买提•艾力"),
        TITLE.formatted(2, "a", "⻢云"),
        TITLE.formatted(3, "b", "⻢云"),
        TITLE.formatted(4, "b", "马云"),
        BILL.formatted("11", "e-one"),
        BILL.formatted("12", "e-two"),
        BILL.formatted("13", "E-TWO"),
        "INSERT INTO bill_share VALUES ('01a22700-0000-7000-8000-000000000021',"
            + " '01a22700-0000-7000-8000-000000000011', 100, 'INDIVIDUAL:⻢云', false)");

    // When
    migrateTo("latest");

    // Then
    assertEquals(
        List.of("a 买买提·艾力", "a 马云", "b ⻢云", "b 马云"),
        Database.column(SCHEMA, "SELECT account_id || ' ' || buyer_name FROM title ORDER BY id"));
    assertEquals(
        List.of("长安街1号 021-28986102 工商银行"),
        Database.column(
            SCHEMA,
            "SELECT DISTINCT buyer_address || ' ' || buyer_phone || ' ' || bank_name FROM title"));
    assertEquals(
        List.of("E-ONE", "e-two", "E-TWO"),
        Database.column(SCHEMA, "SELECT order_number FROM bill ORDER BY id"));
    assertEquals(
        List.of("INDIVIDUAL:马云"), Database.column(SCHEMA, "SELECT title_key FROM bill_share"));
    assertEquals(
        List.of(
            "bill 12 same as 12",
            "bill 13 same as 12",
            "title 03 same as 03",
            "title 04 same as 03"),
        Database.column(
            SCHEMA,
            "SELECT table_name || ' ' || right(row_key, 2) || ' same as ' || right(same_as, 2)"
                + " FROM normal_form_collision ORDER BY table_name, row_key"));
  }

  private static void migrateTo(String version) throws SQLException {
    try (Connection connection = Database.connect()) {
      String user = connection.getMetaData().getUserName();
      Flyway.configure()
          .dataSource(connection.getMetaData().getURL(), user, user)
          .schemas(SCHEMA)
          .locations("filesystem:src/main/resources/db/migration")
          .javaMigrations(new NormalForms())
          .target(version)
          .load()
          .migrate();
    }
  }
}
