package org.fapiaosuite.ordersync.load;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.fapiaosuite.simulator.orders.Flaw;
import org.fapiaosuite.simulator.orders.Flaw.Place;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Orders of several days, 5 % of the pushes lost for ever, 30 % sent more than once, all shuffled,
 * from eight senders, a tenth refunded, some with a flaw in the words of push, statement or both:
 * after reconciliation the order book is the simulator's, in fen, whatever is held is held for its
 * words, and once these are mended every effect is there once. How many orders, and how many of a
 * hundred are flawed: {@code deploy/bench/flawed-orders/run}.
 */
@QuarkusTest
class OrderBookTest extends ServiceTest {
  private static final int ORDERS = Integer.getInteger("orders", 240);
  private static final int FLAWED = Integer.getInteger("flawed", 30);
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
          new Faults(
              2, 30, true, Math.max(2000, ORDERS), 5, 0, 0, 0, 0, FLAWED, false, false, false));
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
      review();

      // Then nothing is lost, and only words hold an order
      Map<String, Line> book = book();
      assertSameMoney(platform, book);
      assertHeldForItsWordsAlone(platform, book);

      // When staff put those right
      mend(platform, book);
      review();

      // Then
      assertSameBook(platform);
      assertOneEffectEach(platform);
      report(platform, start, book);
    }
  }

  private void review() {
    Awaitility.await()
        .atMost(10, TimeUnit.MINUTES)
        .until(
            () -> {
              work();
              return Database.query("SELECT count(*) FROM order_review").equals("0");
            });
  }

  /** An order as the book has it. */
  private record Line(long paid, long refunded, String status, String holdReason) {
    boolean isHeld() {
      return status.equals("HELD");
    }
  }

  private static Line line(Map<String, Line> book, Entry payment) {
    return Objects.requireNonNull(book.get(payment.orderNumber()), payment.orderNumber());
  }

  private static Map<String, Line> book() throws SQLException {
    Map<String, Line> book = new HashMap<>();
    try (Connection connection = Database.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT order_number, paid, refunded, status, coalesce(hold_reason, '')"
                    + " FROM orders")) {
      while (row.next()) {
        book.put(
            row.getString(1),
            new Line(row.getLong(2), row.getLong(3), row.getString(4), row.getString(5)));
      }
    }
    return book;
  }

  private static void assertSameMoney(Platform platform, Map<String, Line> book) {
    Map<String, String> expected = new HashMap<>();
    for (Entry payment : platform.ledger().payments()) {
      long refunded = platform.ledger().refunded(payment.orderNumber());
      expected.put(payment.orderNumber(), payment.fen() + " " + refunded);
    }
    Map<String, String> found = new HashMap<>();
    book.forEach((number, line) -> found.put(number, line.paid() + " " + line.refunded()));
    assertEquals(expected, found);
  }

  private static void assertHeldForItsWordsAlone(Platform platform, Map<String, Line> book) {
    for (Entry payment : platform.ledger().payments()) {
      Line line = line(book, payment);
      boolean settled = List.of("INVOICEABLE", "REFUNDED").contains(line.status());
      boolean ofItsWords = payment.flaw() != null && line.holdReason().equals("DETAILS_MISSING");
      assertTrue(settled || (line.isHeld() && ofItsWords), payment.orderNumber() + " " + line);
    }
  }

  /** One of staff proposes what is right, another one approves it. */
  private static void mend(Platform platform, Map<String, Line> book) {
    String clerk = TestTokens.staff("CLERK");
    String lead = TestTokens.staff("LEAD");
    for (Entry payment : platform.ledger().payments()) {
      if (line(book, payment).isHeld()) {
        String path = "/api/v1/order-sync/orders/" + payment.orderNumber();
        ObjectNode right = payment.fields().retain("product", "quantity", "payer");
        as(clerk).header("If-Match", "*").body(right.toString()).patch(path).then().statusCode(200);
        as(lead).body("{\"approve\":true}").post(path + "/approval").then().statusCode(200);
      }
    }
  }

  private static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType("application/json");
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
    Map<String, String> found = new HashMap<>();
    book()
        .forEach(
            (number, line) ->
                found.put(number, line.paid() + " " + line.refunded() + " " + line.status()));
    assertEquals(expected, found);
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

  private static void report(Platform platform, Instant start, Map<String, Line> book)
      throws IOException {
    List<Entry> payments = platform.ledger().payments();
    long lost =
        platform.deliveries().stream().filter(push -> push.outcome() == Push.Outcome.LOST).count();
    StringBuilder table = new StringBuilder();
    table.append(
        "%d orders, %d pushes lost, %s repeated, %s missing locally, seed %d, %d s%n"
            .formatted(
                payments.size(),
                lost,
                Database.query("SELECT count(*) FROM push_key WHERE repeats > 0"),
                Database.query("SELECT sum(missing_locally) FROM reconciliation"),
                SEED,
                Duration.between(start, Clock.systemUTC().instant()).toSeconds()));
    table.append(
        "of each: orders, and how many of them were held until two of staff had mended them%n"
            .formatted());
    table.append(row("flaw", "push", "statement", "both"));
    for (Flaw flaw : Flaw.values()) {
      table.append(
          row(
              flaw.name(),
              Arrays.stream(Place.values())
                  .map(place -> counts(payments, book, flaw, place))
                  .toArray(String[]::new)));
    }
    table.append(row("none", counts(payments, book, null, null), "", ""));
    table.append(
        "in the simulator's book: %s%nin the order book:       %s%n"
            .formatted(
                sums(
                    payments.size(),
                    payments.stream().mapToLong(Entry::fen).sum(),
                    payments.stream()
                        .mapToLong(payment -> platform.ledger().refunded(payment.orderNumber()))
                        .sum()),
                sums(
                    book.size(),
                    book.values().stream().mapToLong(Line::paid).sum(),
                    book.values().stream().mapToLong(Line::refunded).sum())));
    System.out.print(table);
    Files.writeString(Path.of("target/flawed-orders.txt"), table);
  }

  private static String sums(int orders, long paid, long refunded) {
    return "%d orders, %d fen paid, %d fen refunded".formatted(orders, paid, refunded);
  }

  private static String row(String flaw, String... places) {
    return "%-24s %14s %14s %14s%n".formatted(flaw, places[0], places[1], places[2]);
  }

  private static String counts(
      List<Entry> payments, Map<String, Line> book, @Nullable Flaw flaw, @Nullable Place place) {
    List<Entry> these =
        payments.stream()
            .filter(payment -> payment.flaw() == flaw && payment.place() == place)
            .toList();
    long held = these.stream().filter(payment -> line(book, payment).isHeld()).count();
    return these.size() + " / " + held;
  }
}
