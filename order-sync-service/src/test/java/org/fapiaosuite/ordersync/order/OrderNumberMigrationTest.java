package org.fapiaosuite.ordersync.order;

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

  @Test
  void stored_numbers_get_their_form_and_collisions_are_listed() throws SQLException {
    // Given
    Database.execute("public", "DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
    migrateTo("4");
    Database.execute(
        SCHEMA,
        order("e-one"),
        order("e-two"),
        order("E-TWO"),
        fact("e-one"),
        fact("e-two"),
        "INSERT INTO refund VALUES ('p:e-one', 'r-1', 10, now(), NULL)");

    // When
    migrateTo("latest");

    // Then
    assertEquals(
        List.of("p:E-ONE E-ONE", "p:E-TWO E-TWO", "p:e-two e-two"),
        Database.column(
            SCHEMA, "SELECT id || ' ' || order_number FROM orders ORDER BY id COLLATE \"C\""));
    assertEquals(
        List.of("p:E-ONE E-ONE", "p:e-two e-two"),
        Database.column(
            SCHEMA,
            "SELECT order_id || ' ' || order_number FROM fact ORDER BY order_id COLLATE \"C\""));
    assertEquals(
        List.of("p:E-ONE r-1"),
        Database.column(SCHEMA, "SELECT order_id || ' ' || refund_id FROM refund"));
    assertEquals(
        List.of("fact e-two", "orders E-TWO", "orders e-two"),
        Database.column(
            SCHEMA,
            "SELECT table_name || ' ' || stored FROM normal_form_collision"
                + " ORDER BY table_name, stored COLLATE \"C\""));
  }

  private static String order(String number) {
    return "INSERT INTO orders (id, platform, order_number, owner, status, source, paid, first_seen_at)"
        + " VALUES ('p:%1$s', 'p', '%1$s', true, 'INVOICEABLE', 'PUSH', 100, now())"
            .formatted(number);
  }

  private static String fact(String number) {
    return "INSERT INTO fact (order_id, kind, reference, source, amount, currency, occurred_at,"
        + " platform, order_number, source_id, transaction_id, recorded_at) VALUES ('p:%1$s',"
            .formatted(number)
        + " 'PAYMENT', 't', 'PUSH', 100, 'CNY', now(), 'p', '%1$s', 'w', 't', now())"
            .formatted(number);
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
