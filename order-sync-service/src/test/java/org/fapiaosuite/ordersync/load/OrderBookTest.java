package org.fapiaosuite.ordersync.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.fapiaosuite.ordersync.FakePlatform;
import org.fapiaosuite.ordersync.ServiceTest;
import org.fapiaosuite.ordersync.StatementFile;
import org.fapiaosuite.simulator.Platform;
import org.fapiaosuite.simulator.deliveries.Faults;
import org.fapiaosuite.simulator.deliveries.Push;
import org.fapiaosuite.simulator.orders.Entry;
import org.fapiaosuite.testkit.Database;
import org.junit.jupiter.api.Test;

/**
 * Orders of several days, 5 % of the pushes lost for ever, 30 % sent more than once, all shuffled,
 * from eight senders, a tenth refunded: after reconciliation the order book is the simulator's, in
 * fen, and every effect is there once. How many orders: {@code -Dorders=20000}.
 */
@QuarkusTest
class OrderBookTest extends ServiceTest {
  private static final int ORDERS = Integer.getInteger("orders", 400);
  private static final int SENDERS = 8;
  private static final int DAYS = 4;
  private static final long SEED = Long.getLong("seed", 20261117);
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void is_the_simulators_book_after_reconciliation() throws IOException, SQLException {
    // Given
    clock.reset();
    Instant start = clock.instant();
    Path folder = Files.createTempDirectory("simulator");
    URI door =
        URI.create("http://127.0.0.1:" + RestAssured.port + "/api/v1/platforms/simulator/events");
    Random random = new Random(SEED);
    try (Platform platform =
        new Platform(folder, door, List.of(FakePlatform.SECRET), random, Clock.systemUTC())) {
      platform.behave(
          new Faults(2, 30, true, Math.max(2000, ORDERS), 5, 0, 0, 0, 0, false, false, false));
      trade(platform, random, start);

      // When
      platform.start(SENDERS);
      while (platform.deliveries().stream()
          .anyMatch(push -> push.outcome() == Push.Outcome.PENDING)) {
        work();
      }
      for (int day = 0; day <= DAYS + 4; day++) {
        LocalDate date = LocalDate.ofInstant(start, CHINA).minusDays(day);
        platform
            .statements()
            .of(date, 0)
            .ifPresent(
                statement ->
                    FakePlatform.serve(
                        date,
                        new StatementFile(
                            200,
                            statement.gzip(),
                            statement.digest().substring("sha-256=".length()))));
      }
      clock.advance(Duration.ofHours(24));
      Awaitility.await()
          .atMost(10, TimeUnit.MINUTES)
          .until(
              () -> {
                work();
                return Database.query("SELECT count(*) FROM order_review").equals("0");
              });

      // Then
      report(platform, start);
      assertSameBook(platform);
      assertOneEffectEach(platform);
    }
  }

  private static void trade(Platform platform, Random random, Instant start) throws IOException {
    List<Entry> paid = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      ObjectNode asked = JSON.createObjectNode();
      asked.put("paidAt", start.minus(Duration.ofHours(73 + 24L * day)).toString());
      paid.addAll(platform.payMany(ORDERS / DAYS, asked));
    }
    for (Entry order : paid) {
      if (random.nextInt(10) == 0) {
        ObjectNode refund = JSON.createObjectNode();
        refund.put("orderNumber", order.orderNumber());
        refund.put("refundedAt", start.minus(Duration.ofHours(50)).toString());
        if (random.nextBoolean()) {
          refund.putObject("amount").put("currency", "CNY").put("value", "1.00");
        }
        platform.refund(refund);
      }
    }
  }

  private static void assertSameBook(Platform platform) throws SQLException {
    Map<String, String> expected = new HashMap<>();
    for (Entry payment : platform.ledger().payments()) {
      long refunded = platform.ledger().refunded(payment.orderNumber());
      String status = refunded == payment.fen() ? "REFUNDED" : "INVOICEABLE";
      expected.put(payment.orderNumber(), payment.fen() + " " + refunded + " " + status);
    }
    Map<String, String> book = new HashMap<>();
    try (Connection connection = Database.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT order_number, paid, refunded, status FROM orders")) {
      while (row.next()) {
        String line = row.getLong(2) + " " + row.getLong(3) + " " + row.getString(4);
        book.put(row.getString(1), line);
      }
    }
    assertEquals(expected, book);
  }

  private static void assertOneEffectEach(Platform platform) {
    List<Entry> payments = platform.ledger().payments();
    long refunds =
        payments.stream().mapToLong(p -> platform.ledger().refunds(p.orderNumber()).size()).sum();
    long gone =
        payments.stream()
            .filter(p -> platform.ledger().refunded(p.orderNumber()) == p.fen())
            .count();
    assertEquals(payments.size(), events("order.paid.v1", "aggregate_id"));
    assertEquals(refunds, events("order.refunded.v1", "data::json ->> 'refundId'"));
    String distinct = "SELECT count(DISTINCT aggregate_id) = count(*) FROM outbox WHERE type = ";
    assertEquals("t", Database.query(distinct + "'order.invoiceable.v1'"));
    // An order that was refunded in full after it had turned has turned all the same.
    long turned = events("order.invoiceable.v1", "aggregate_id");
    assertEquals(0, Math.max(0, payments.size() - gone - turned));
    assertEquals("t", Database.query(distinct + "'order.held.v1'"));
  }

  /** Events of a type, none of which tells of the same thing as another. */
  private static long events(String type, String what) {
    String sql = "SELECT count(*) || ' ' || count(DISTINCT %s) FROM outbox WHERE type = '%s'";
    String[] counts = Database.query(sql.formatted(what, type)).split(" ");
    assertEquals(counts[0], counts[1], type);
    return Long.parseLong(counts[0]);
  }

  private void report(Platform platform, Instant start) {
    long lost =
        platform.deliveries().stream().filter(push -> push.outcome() == Push.Outcome.LOST).count();
    System.out.printf(
        "order book: %d orders, %d pushes lost, %s repeated, %s missing locally, %d s%n",
        platform.ledger().payments().size(),
        lost,
        Database.query("SELECT count(*) FROM push_key WHERE repeats > 0"),
        Database.query("SELECT sum(missing_locally) FROM reconciliation"),
        Duration.between(start, Clock.systemUTC().instant()).toSeconds());
  }
}
