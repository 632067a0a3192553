package org.fapiaosuite.fapiao.application;

import static org.fapiaosuite.fapiao.Story.DESK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.testkit.Explained;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A page of the work queue costs the same however many applications there are and however deep it
 * is: counted in buffers, which no other load on the machine changes. A million are written once,
 * within one transaction that is rolled back:
 *
 * <pre>mvn -pl fapiao-service test -Dtest=QueuePageTest -Dqueue.applications=1000000</pre>
 */
@QuarkusTest
class QueuePageTest {

  private static final int FEW = Integer.getInteger("queue.few", 2_000);
  private static final int MANY = Integer.getInteger("queue.applications", 20_000);
  private static final int PAGE = 20;

  /** A search goes down six indexes, each of which may be a level deeper in a large queue. */
  private static final int SEARCHED = 6;

  private static final String START = "timestamptz '2020-01-01'";

  /** With the settings of the service's own connections. */
  @Inject AgroalDataSource database;

  @Test
  void a_page_reads_as_many_buffers_of_many_applications_as_of_few() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      clear(connection);
      fill(connection, 0, FEW);
      Map<String, Long> few = pages(connection, FEW);
      Map<String, Long> foundFew = searches(connection);
      fill(connection, FEW, MANY);
      Map<String, Long> many = pages(connection, MANY);
      Map<String, Long> foundMany = searches(connection);
      connection.rollback();
      System.out.printf("buffers of a queue page: %d %s, %d %s%n", FEW, few, MANY, many);
      System.out.printf("buffers of a search: %d %s, %d %s%n", FEW, foundFew, MANY, foundMany);
      assertNoMore(few, many, 2);
      assertNoMore(foundFew, foundMany, SEARCHED);
    }
  }

  private static void assertNoMore(Map<String, Long> few, Map<String, Long> many, int allowance) {
    few.forEach(
        (page, buffers) ->
            assertTrue(
                many.getOrDefault(page, Long.MAX_VALUE) <= buffers + allowance,
                page + ": " + few + " " + many));
  }

  @Test
  void a_page_is_one_statement() {
    Story story = new Story();
    String first = story.submitted(story.invoiceableBill("1.00"), story.invoiceableBill("3.00"));
    String second = story.submitted(story.invoiceableBill("2.00"));
    String order = story.application(first).getString("items[1].orderNumber");
    for (String query : List.of("?limit=100", "?overdue=false&limit=100", "?search=" + order)) {
      assertEquals(1, statementsOf(query), query);
    }
    // with all its items, in their order
    assertEquals(
        story.application(first).getList("items.orderNumber"),
        Story.staff("CLERK")
            .get(DESK + "?search=" + order)
            .jsonPath()
            .getList("items[0].items.orderNumber"));
    assertEquals(
        List.of(first),
        Story.staff("CLERK").get(DESK + "?search=" + order).jsonPath().getList("items.id"));
    assertEquals("SUBMITTED", story.application(second).getString("status"));
  }

  /** The fewest of several: what the service does by itself meanwhile is counted too. */
  private static long statementsOf(String query) {
    long fewest = Long.MAX_VALUE;
    for (int i = 0; i < 10; i++) {
      long before = statements();
      Story.staff("CLERK").get(DESK + query).then().statusCode(200);
      fewest = Math.min(fewest, statements() - before);
    }
    return fewest;
  }

  private static long statements() {
    return Arc.container()
        .instance(SessionFactory.class)
        .get()
        .getStatistics()
        .getPrepareStatementCount();
  }

  private static Map<String, Long> pages(Connection connection, int applications)
      throws SQLException {
    Map<String, Long> pages = new LinkedHashMap<>();
    pages.put("first", buffers(connection, filter(null, null, null, null), 0));
    pages.put("deep", buffers(connection, filter(null, null, null, null), applications / 2));
    pages.put("submitted", buffers(connection, filter("SUBMITTED", null, null, null), 0));
    pages.put("issued", buffers(connection, filter("ISSUED", null, null, null), 0));
    pages.put("overdue", buffers(connection, filter(null, true, null, null), 0));
    pages.put("in time", buffers(connection, filter(null, false, null, null), 0));
    pages.put("at risk", buffers(connection, filter(null, null, true, null), 0));
    return pages;
  }

  private static Map<String, Long> searches(Connection connection) throws SQLException {
    Map<String, Long> searches = new LinkedHashMap<>();
    searches.put("order", buffers(connection, filter(null, null, null, "P-7"), 0));
    searches.put("title", buffers(connection, filter(null, null, null, "买家 17号"), 0));
    return searches;
  }

  private static QueueFilter filter(
      @Nullable String status,
      @Nullable Boolean overdue,
      @Nullable Boolean atRisk,
      @Nullable String search) {
    return new QueueFilter(
        status == null ? null : ApplicationStatus.valueOf(status),
        overdue,
        atRisk,
        null,
        null,
        null,
        search,
        "clerk");
  }

  private static void clear(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL statement_timeout = 0");
      statement.execute(
          "TRUNCATE application, application_item, share_hold, progress_entry, fapiao,"
              + " issue_attempt, promise_warning CASCADE");
    }
  }

  /** Applications with one item each, due a minute apart; of each thousand a hundred are open. */
  private static void fill(Connection connection, int from, int to) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO application (id, version, account_id, customer_id, status, type, medium,
            purpose, title_type, buyer_name, delivery_method, recipient, net_fen, tax_fen, warnings,
            created_at, submitted_at, due_at, provisional, calendar_revision, waybill)
          SELECT ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 1, 'a',
            'simulator:queue', CASE WHEN n %% 1000 < 100 THEN 'SUBMITTED' ELSE 'ISSUED' END,
            'ORDINARY', 'PAPER', 'GENERAL', 'INDIVIDUAL', '买家 ' || n || '号', 'SF_COLLECT', '王小明', 1000, 60, '[]',
            now(), now(), timestamptz '2020-01-01' + n * interval '1 minute', false, 0, 'SF' || n
          FROM generate_series(%d, %d) AS n
          """
              .formatted(from + 1, to));
      statement.execute(
          """
          INSERT INTO bill (id, version, order_number, customer_id, payer_name, product, quantity,
            paid_at, paid_fen, refunded_fen, reserved_fen, invoiced_fen, deficit_fen, synchronised,
            status)
          SELECT '01900000-0000-7000-9000-000000000000', 0, 'queue-page', 'simulator:queue', 'x',
            'x', 1, now(), 0, 0, 0, 0, 0, true, 'ISSUED'
          ON CONFLICT DO NOTHING
          """);
      statement.execute(
          """
          INSERT INTO application_item
          SELECT ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 0,
            '01900000-0000-7000-9000-000000000000', 'P-' || n, 'Office 365 E3, 12 months', now(),
            true, 1060, '3040201', 600
          FROM generate_series(%d, %d) AS n
          """
              .formatted(from + 1, to));
      statement.execute("ANALYZE application");
      statement.execute("ANALYZE application_item");
    }
  }

  /**
   * Buffers of the statement that the service sends for a page: the middle one of five pages, since
   * one alone may happen to lie across a block's edge.
   */
  private static long buffers(Connection connection, QueueFilter filter, int after)
      throws SQLException {
    long[] pages = new long[5];
    for (int i = 0; i < pages.length; i++) {
      String start = START + " + %d * interval '1 minute'";
      // those that are due within a day from the start are at risk; in 2030 all are overdue
      String now = filter.atRisk() == null ? "timestamptz '2030-01-01'" : START;
      String sql =
          WorkQueue.pageQuery(filter)
              .replace(":at", start.formatted(after + i * PAGE))
              .replace(":id", "'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid")
              .replace(":rows", Integer.toString(PAGE + 1))
              .replace(":now", now)
              .replace(":soon", "timestamptz '2020-01-02'")
              .replace(":search", "'" + filter.search() + "'")
              .replace(":title", "'" + filter.search() + "%'");
      Explained.run(connection, sql);
      pages[i] = Explained.run(connection, sql).buffers();
    }
    Arrays.sort(pages);
    return pages[pages.length / 2];
  }
}
