package org.fapiaosuite.ordersync.order;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.fapiaosuite.ordersync.ServiceTest;
import org.fapiaosuite.testkit.Database;
import org.junit.jupiter.api.Test;

/**
 * A page costs the same however many orders there are and however far back it lies. The number of
 * orders is {@code -Dorders=1000000} for the claim, a twentieth of it in every build.
 */
@QuarkusTest
class KeysetTest extends ServiceTest {
  private static final int FEW = 10_000;
  private static final int MANY = Integer.getInteger("orders", 50_000);
  private static final int MORE_BUFFERS = 2;

  /** A page of 21 rows that lie apart, and the way down the index of each customer. */
  private static final int ENOUGH = 32;

  private static final String FILL =
      """
      INSERT INTO orders (id, platform, order_number, owner, status, source, transaction_id,
        customer_id, payer_name, payer_email, product, quantity, paid, currency, paid_at,
        announced, first_seen_at)
      SELECT 'simulator:E' || i, 'simulator', 'E' || i, true, 'INVOICEABLE', 'PUSH', 'T' || i,
        'simulator:c' || CASE WHEN i %% 10 = 0 THEN 0 ELSE i %% 1000 END, 'n', 'e@x.example',
        'p', 1, 100, 'CNY', timestamptz '2026-01-01 00:00Z' + i * interval '1 second', true, now()
      FROM generate_series(%d, %d) AS i
      """;

  /** With the settings of the service's own connections. */
  @Inject AgroalDataSource database;

  @Test
  void a_page_takes_at_most_two_buffers_more_among_many_orders_than_among_few()
      throws SQLException, IOException {
    // Given
    fill(1, FEW);
    long first = buffers(Instant.parse("9999-12-31T00:00:00Z"));
    long deep = buffers(Instant.parse("2026-01-01T01:00:00Z"));

    // When
    fill(FEW + 1, MANY);

    // Then
    long firstOfMany = buffers(Instant.parse("9999-12-31T00:00:00Z"));
    long deepOfMany = buffers(Instant.parse("2026-01-01T01:00:00Z"));
    String seen =
        "first page %d, of %d: %d; deep page %d, of %d: %d"
            .formatted(first, MANY, firstOfMany, deep, MANY, deepOfMany);
    System.out.println("buffers: " + seen);
    truncate();
    assertTrue(first <= ENOUGH && deep <= ENOUGH, seen);
    assertTrue(firstOfMany <= first + MORE_BUFFERS, seen);
    assertTrue(deepOfMany <= deep + MORE_BUFFERS, seen);
  }

  private static void truncate() throws SQLException {
    try (Connection connection = Database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("TRUNCATE orders CASCADE");
    }
  }

  private static void fill(int from, int to) throws SQLException {
    try (Connection connection = Database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(FILL.formatted(from, to));
      statement.execute("VACUUM ANALYZE orders");
    }
  }

  /** Of the statement that the API runs, for the customer that has a tenth of all orders. */
  private long buffers(Instant after) throws SQLException, IOException {
    String sql =
        Orders.PAGE_OF_CUSTOMERS
            .replace(":customers", "?")
            .replace(":at", "?")
            .replace(":number", "?")
            .replace(":most", "21");
    try (Connection connection = database.getConnection();
        PreparedStatement explain =
            connection.prepareStatement("EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) " + sql)) {
      explain.setArray(
          1, connection.createArrayOf("text", new String[] {"simulator:c0", "simulator:none"}));
      OffsetDateTime at = after.atOffset(ZoneOffset.UTC);
      explain.setObject(2, at);
      explain.setString(3, "\uffff");
      try (ResultSet row = explain.executeQuery()) {
        row.next();
        JsonNode plan = new ObjectMapper().readTree(row.getString(1)).path(0).path("Plan");
        return plan.path("Shared Hit Blocks").asLong() + plan.path("Shared Read Blocks").asLong();
      }
    }
  }
}
