package org.fapiaosuite.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.fapiaosuite.testkit.Database;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What an operator has in the database when order numbers get one form. */
@QuarkusTest
class OrderNumberMigrationTest {

  private static final String SCHEMA = "before_capitals";

  private static final String ACCOUNT = "01a22700-0000-7000-8000-000000000001";

  @Test
  void stored_numbers_get_their_form_and_collisions_are_listed() throws SQLException {
    // Given
    Database.execute("public", "DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
    migrateTo("2");
    Database.execute(
        SCHEMA,
        "INSERT INTO account VALUES ('"
            + ACCOUNT
            + "', 0, 'a@x.example', 'a@x.example', NULL,"
            + " 'en', 'CUSTOMER', 'ACTIVE', 0, now(), now())",
        order("e-one"),
        order("e-two"),
        order("E-TWO"),
        order("E-THREE"),
        "INSERT INTO customer_link VALUES ('" + ACCOUNT + "', 'c', 'e-one', 'CLAIM_CODE', now())",
        "INSERT INTO claim VALUES ('"
            + ACCOUNT
            + "', 0, '"
            + ACCOUNT
            + "', 'e-one', NULL,"
            + " 'WAITING_FOR_ORDER', now(), NULL)");

    // When
    migrateTo("latest");

    // Then
    assertEquals(
        List.of("E-ONE", "E-THREE", "E-TWO", "e-two"),
        Database.column(
            SCHEMA, "SELECT order_number FROM paid_order ORDER BY order_number COLLATE \"C\""));
    assertEquals(
        List.of("E-ONE"), Database.column(SCHEMA, "SELECT order_number FROM customer_link"));
    assertEquals(List.of("E-ONE"), Database.column(SCHEMA, "SELECT order_number FROM claim"));
    assertEquals(
        List.of("paid_order E-TWO -> E-TWO", "paid_order e-two -> E-TWO"),
        Database.column(
            SCHEMA,
            "SELECT table_name || ' ' || stored || ' -> ' || normal FROM normal_form_collision"
                + " ORDER BY stored COLLATE \"C\""));
  }

  private static String order(String number) {
    return "INSERT INTO paid_order VALUES ('" + number + "', 'c', NULL, NULL, NULL, NULL, now())";
  }

  private static void migrateTo(String version) throws SQLException {
    try (Connection connection = Database.connect()) {
      String user = connection.getMetaData().getUserName();
      Flyway.configure()
          .dataSource(connection.getMetaData().getURL(), user, user)
          .schemas(SCHEMA)
          .locations("filesystem:src/main/resources/db/migration")
          .target(version)
          .load()
          .migrate();
    }
  }
}
