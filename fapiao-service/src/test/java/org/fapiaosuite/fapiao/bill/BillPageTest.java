package org.fapiaosuite.fapiao.bill;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.kernel.Money;
import org.fapiaosuite.rest.paging.Cursor;
import org.fapiaosuite.testkit.DriverLog;
import org.fapiaosuite.testkit.Explained;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A page of bills costs the same however many there are and however deep it is: counted in buffers,
 * which no other load on the machine changes. A million bills are written once, within one
 * transaction that is rolled back:
 *
 * <pre>mvn -pl fapiao-service test -Dtest=BillPageTest -Dfapiao.page.bills=1000000</pre>
 */
@QuarkusTest
class BillPageTest {

  private static final int FEW = 10_000;
  private static final int MANY = Integer.getInteger("fapiao.page.bills", 100_000);
  private static final int PAGE = 20;

  /** The way down the index and the rows of a page, which here lie side by side. */
  private static final int ENOUGH = 8;

  /** PostgreSQL compares the cost of a plan without values with that of five plans for them. */
  private static final int PLANNED_FOR_ITS_VALUES = 5;

  private static final Instant FIRST_PAID = Instant.parse("2020-01-01T00:00:00Z");

  /** With the settings of the service's own connections. */
  @Inject AgroalDataSource database;

  @Test
  void a_page_reads_as_many_buffers_of_many_bills_as_of_few() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      String customer = "simulator:" + UUID.randomUUID();
      fill(connection, "'simulator:small-' || n / 4", 0, FEW);
      fill(connection, "'" + customer + "'", 0, FEW);
      Map<String, Long> few = pages(connection, customer, FEW);
      fill(connection, "'" + customer + "'", FEW, MANY);
      Map<String, Long> many = pages(connection, customer, MANY);
      long small = buffers(connection, "simulator:small-7", null, 0, FEW);
      connection.rollback();
      System.out.printf("buffers of a page: %d bills %s, %d %s%n", FEW, few, MANY, many);
      few.forEach((page, buffers) -> assertTrue(buffers <= ENOUGH, few + " " + page));
      many.forEach(
          (page, buffers) ->
              assertTrue(buffers <= few.getOrDefault(page, 0L) + 2, many + " " + page));
      assertTrue(many.getOrDefault("deep", Long.MAX_VALUE) <= many.getOrDefault("first", 0L) + 2);
      assertTrue(small <= ENOUGH, "a small customer's page: " + small);
    }
  }

  /** Buffers of the first page, of one far down, and of the first of each status. */
  private static Map<String, Long> pages(Connection connection, String customer, int bills)
      throws SQLException {
    Map<String, Long> pages = new TreeMap<>();
    pages.put("first", buffers(connection, customer, null, 0, bills));
    pages.put("deep", buffers(connection, customer, null, bills / 2 / PAGE, bills));
    for (BillStatus status : BillStatus.values()) {
      pages.put(status.name(), buffers(connection, customer, status, 0, bills));
    }
    return pages;
  }

  @Test
  void a_page_is_one_statement_and_no_transaction() {
    // Given
    Story story = new Story();
    story.invoiceableBill("1.00");
    story.invoiceableBill("2.00");

    try (DriverLog log = DriverLog.of(story.customerId)) {
      // When
      story.customer().get("/api/v1/bills").then().statusCode(200).body("items.size()", equalTo(2));

      // Then
      assertEquals(List.of(1L), log.statements(), log::toString);
    }
  }

  @Test
  void a_page_is_planned_once_and_not_each_time() throws SQLException {
    try (Connection connection = database.getConnection()) {
      // Given
      connection.setAutoCommit(false);
      String customer = "simulator:" + UUID.randomUUID();
      fill(connection, "'" + customer + "'", 0, FEW);
      BillPage page = page(List.of(customer, "simulator:other"), null, Cursor.NEWEST);

      // When
      for (int i = 0; i < 2 * PLANNED_FOR_ITS_VALUES; i++) {
        try (PreparedStatement select = page.prepare(connection)) {
          select.executeQuery();
        }
      }

      // Then
      assertEquals(PLANNED_FOR_ITS_VALUES, plansForValues(connection, page));
      connection.rollback();
    }
  }

  /** How often the statement was planned for its values, since the driver left it prepared. */
  private static int plansForValues(Connection connection, BillPage page) throws SQLException {
    String text = page.sql().replaceAll("\\s+", " ").strip().substring(0, 60);
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT custom_plans FROM pg_prepared_statements
            WHERE regexp_replace(statement, '\\s+', ' ', 'g') LIKE ? || '%' AND generic_plans > 0
            """)) {
      select.setString(1, text);
      try (ResultSet row = select.executeQuery()) {
        assertTrue(row.next(), "planned once");
        return row.getInt(1);
      }
    }
  }

  private static BillPage page(List<String> customers, @Nullable BillStatus status, Cursor from) {
    return BillPage.of(customers, status, from, Instant.EPOCH, Money.ZERO, PAGE + 1);
  }

  /**
   * Bills, a minute apart.
   *
   * @param customer SQL for the customer of the n-th bill
   */
  private static void fill(Connection connection, String customer, int from, int to)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL statement_timeout = 0");
      statement.execute(
          """
          INSERT INTO bill (id, version, order_number, customer_id, payer_name, product, quantity,
            paid_at, paid_fen, refunded_fen, reserved_fen, invoiced_fen, deficit_fen,
            invoiceable_from, synchronised, status)
          SELECT uuidv7(), 0, 'P-' || gen_random_uuid(), %s, '上海示例科技有限公司',
            'Office 365 E3, 12 months', 10, timestamptz '2020-01-01' + n * interval '1 minute',
            127000, 0, 0, 0, 0, timestamptz '2020-01-04' + n * interval '1 minute', true,
            CASE WHEN n %% 3 = 0 THEN 'ISSUED' ELSE 'INVOICEABLE' END
          FROM generate_series(%d, %d) AS n
          """
              .formatted(customer, from + 1, to));
      statement.execute("ANALYZE bill");
    }
  }

  /**
   * Buffers of the statement that the service sends for a page: the middle one of five pages, since
   * one alone may happen to lie across a block's edge.
   */
  private static long buffers(
      Connection connection, String customer, @Nullable BillStatus status, int page, int bills)
      throws SQLException {
    long[] pages = new long[5];
    for (int i = 0; i < pages.length; i++) {
      Instant before = FIRST_PAID.plus(bills - (page + i) * PAGE + 1, ChronoUnit.MINUTES);
      BillPage statement = page(List.of(customer), status, new Cursor(before, new UUID(-1L, -1L)));
      explain(connection, statement);
      pages[i] = explain(connection, statement);
    }
    Arrays.sort(pages);
    return pages[pages.length / 2];
  }

  private static long explain(Connection connection, BillPage page) throws SQLException {
    BillPage explained = new BillPage(Explained.EXPLAIN + page.sql(), page.values());
    try (PreparedStatement statement = explained.prepare(connection)) {
      return Explained.run(statement).buffers();
    }
  }
}
