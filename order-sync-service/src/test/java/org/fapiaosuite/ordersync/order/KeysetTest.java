package org.fapiaosuite.ordersync.order;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.fapiaosuite.ordersync.ServiceTest;
import org.fapiaosuite.rest.paging.Cursor;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.Explained;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A page costs the same however many orders there are and however far back it lies. The number of
 * orders is {@code -Dorders=1000000} for the claim, a twentieth of it in every build. A fifth of
 * them is one customer's, so that their last page is page 10,000 of a million; the others have a
 * thousandth each.
 */
@QuarkusTest
class KeysetTest extends ServiceTest {
  private static final int FEW = 10_000;
  private static final int MANY = Integer.getInteger("orders", 50_000);
  private static final int MORE_BUFFERS = 2;

  /** A page of 21 rows that lie apart, and the way down the index for each of two customers. */
  private static final int ENOUGH = 21 + 2 * 4;

  private static final String LARGE = "simulator:c0";
  private static final String SMALL = "simulator:c7";
  private static final String START = Cursor.NEWEST.at().toString();

  /** Above the oldest 21 of the large customer: their last page, and one row more. */
  private static final String LAST_PAGE = Instant.parse("2026-01-01T00:01:50Z").toString();

  private static final String FILL =
      """
      INSERT INTO orders (id, platform, order_number, owner, status, source, transaction_id,
        customer_id, payer_name, payer_email, product, quantity, paid, currency, paid_at,
        announced, first_seen_at)
      SELECT 'simulator:E' || i, 'simulator', 'E' || i, true, 'INVOICEABLE', 'PUSH', 'T' || i,
        'simulator:c' || CASE WHEN i %% 5 = 0 THEN 0 ELSE i %% 1000 END, 'n', 'e@x.example',
        'p', 1, 100, 'CNY', timestamptz '2026-01-01 00:00Z' + i * interval '1 second', true, now()
      FROM generate_series(%d, %d) AS i
      """;

  /** With the settings of the service's own connections. */
  @Inject AgroalDataSource database;

  /** Rows that other tests have deleted leave holes; a page whose rows fill them lies apart. */
  @BeforeEach
  @AfterEach
  void empty() throws SQLException {
    run("TRUNCATE orders CASCADE");
  }

  @Test
  void a_page_takes_at_most_two_buffers_more_among_many_orders_than_among_few()
      throws SQLException {
    // Given
    fill(1, FEW);
    Pages few = pages(FEW);

    // When
    fill(FEW + 1, MANY);
    Pages many = pages(MANY);

    // Then
    System.out.printf("buffers a page: of %d orders %s, of %d %s%n", FEW, few, MANY, many);
    assertAll(
        () -> assertTrue(few.most() <= ENOUGH, few::toString),
        () -> assertTrue(many.most() <= ENOUGH, many::toString),
        () -> assertTrue(many.first() <= few.first() + MORE_BUFFERS, () -> few + " " + many),
        () -> assertTrue(many.last() <= few.last() + MORE_BUFFERS, () -> few + " " + many),
        () -> assertTrue(many.last() <= many.first() + MORE_BUFFERS, many::toString));
  }

  /**
   * Buffers of one page each.
   *
   * @param first of the large customer
   * @param last of the large customer
   * @param small of a customer with few orders, who has the more of them the more there are
   */
  private record Pages(long first, long last, long small) {

    long most() {
      return Math.max(first, Math.max(last, small));
    }
  }

  private Pages pages(int orders) throws SQLException {
    return new Pages(
        buffers(LARGE, START, 21),
        buffers(LARGE, LAST_PAGE, 21),
        buffers(SMALL, START, Math.min(21, orders / 1000)));
  }

  private static void fill(int from, int to) throws SQLException {
    run(FILL.formatted(from, to));
    run("ANALYZE orders");
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection = Database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Of the statement that the API runs, by the plan for these values and by that for any. */
  private long buffers(String customer, String after, int rows) throws SQLException {
    String sql =
        Orders.PAGE_OF_CUSTOMERS
            .replace(":customers", "$1")
            .replace(":at", "$2")
            .replace(":number", "$3")
            .replace(":most", "$4");
    String page =
        "EXECUTE page(ARRAY['%s', 'simulator:none'], '%s', '%s', 21)"
            .formatted(customer, after, Cursor.NEWEST.key());
    long most = 0;
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("PREPARE page (text[], timestamptz, text, integer) AS " + sql);
      for (String plan : new String[] {"force_custom_plan", "force_generic_plan"}) {
        statement.execute("SET plan_cache_mode = " + plan);
        // A new connection reads the catalogue at its first page; those buffers are not the page's.
        statement.execute(page);
        Explained explained = Explained.run(connection, page);
        assertEquals(rows, explained.rows(), explained::plan);
        most = Math.max(most, explained.buffers());
      }
      statement.execute("DEALLOCATE page; RESET plan_cache_mode");
    }
    return most;
  }
}
