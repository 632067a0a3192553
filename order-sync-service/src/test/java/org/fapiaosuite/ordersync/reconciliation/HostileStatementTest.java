package org.fapiaosuite.ordersync.reconciliation;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.fapiaosuite.ordersync.FakePlatform;
import org.fapiaosuite.ordersync.PaidOrder;
import org.fapiaosuite.ordersync.ServiceTest;
import org.fapiaosuite.ordersync.StatementFile;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A statement that is not what it should be, or has a line that is not. */
@QuarkusTest
class HostileStatementTest extends ServiceTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-17");
  private static final Instant DUE = Instant.parse("2026-11-18T02:30:00Z");
  private static final PaidOrder HONEST = PaidOrder.at(NOW);

  static Stream<Arguments> refused() {
    String line = HONEST.line();
    StatementFile honest = StatementFile.of(HONEST);
    byte[] gbk = honest(line).getBytes(Charset.forName("GBK"));
    return Stream.of(
        Arguments.of("NO_DIGEST", honest.withDigest(null)),
        Arguments.of("DIGEST_DIFFERS", honest.withDigest(StatementFile.digest(new byte[1]))),
        Arguments.of("DIGEST_DIFFERS", honest.withDigest("")),
        Arguments.of("TOTALS_DIFFER", lines(line + "\nTOTAL,2,1270.00,0.00\n")),
        Arguments.of("TOTALS_DIFFER", lines(line + "\nTOTAL,1,1270.01,0.00\n")),
        Arguments.of("TOTALS_DIFFER", lines(line + "\nTOTAL,1,1270.00,0.01\n")),
        Arguments.of("TOTALS_DIFFER", lines(line + "\nTOTAL,1,1270.00\n")),
        Arguments.of("TOTALS_DIFFER", lines(line + "\nTOTAL,1,1.27e3,0.00\n")),
        Arguments.of("TOTALS_DIFFER", lines(line + "\nTOTAL,01,1270.00,0.00\n")),
        Arguments.of("NO_TOTALS", lines(line + "\n")),
        Arguments.of("NO_TOTALS", lines("")),
        Arguments.of("NO_TOTALS", lines("TOTAL,0,0.00,0.00\n" + line + "\n")),
        Arguments.of("NO_TOTALS", StatementFile.ofCsv("")),
        Arguments.of("NOT_CSV", lines("PAYMENT,E1\nTOTAL,1,0.00,0.00\n")),
        Arguments.of("NOT_CSV", lines(line + ",more\nTOTAL,1,1270.00,0.00\n")),
        Arguments.of("NOT_CSV", lines("\"open\n".repeat(10))),
        Arguments.of("NOT_CSV", lines("\"a\"b," + line + "\nTOTAL,1,1270.00,0.00\n")),
        Arguments.of("NOT_CSV", lines("x".repeat(70_000) + "\nTOTAL,1,0.00,0.00\n")),
        Arguments.of("NOT_CSV", StatementFile.ofCsv("type,order\nTOTAL,0,0.00,0.00\n")),
        Arguments.of("NOT_UTF8", StatementFile.ofBytes(gbk)),
        Arguments.of("NOT_GZIP", new StatementFile(200, "PK\3\4".getBytes(UTF_8), "x")),
        Arguments.of("NOT_GZIP", new StatementFile(200, new byte[0], "x")),
        Arguments.of("NOT_GZIP", cut(honest)));
  }

  private static String honest(String line) {
    return line + "\nTOTAL,1,1270.00,0.00\n";
  }

  private static StatementFile lines(String lines) {
    return StatementFile.ofLines(lines);
  }

  private static StatementFile cut(StatementFile whole) {
    return new StatementFile(
        200, java.util.Arrays.copyOf(whole.bytes(), whole.bytes().length - 20), whole.digest());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void refused(String cause, StatementFile statement) {
    // Given
    push(HONEST.push());
    FakePlatform.serve(DAY, statement);

    // When
    clock.set(DUE);
    work();

    // Then: nothing of it was used, staff can read why, and it is asked for again
    assertEquals(
        "REFUSED " + cause,
        Database.query(
            "SELECT outcome || ' ' || detail FROM reconciliation WHERE day = '2026-11-17'"));
    assertEquals("1", Database.query("SELECT count(*) FROM orders"));
    assertEquals("SYNCHRONISING", order(HONEST).getString("status"));

    // When it is tried again, it stays one report
    clock.advance(Duration.ofHours(2));
    work();
    assertEquals("1 2", Database.query("SELECT count(*) || ' ' || sum(tries) FROM reconciliation"));

    // When
    FakePlatform.serve(DAY, StatementFile.of(HONEST));
    clock.advance(Duration.ofDays(3));
    work();

    // Then
    assertEquals("INVOICEABLE", order(HONEST).getString("status"));
  }

  @Test
  void each_cause_is_one_report_until_the_statement_could_be_read() {
    // Given
    StatementFile honest = StatementFile.of(HONEST);
    StatementFile unsigned = honest.withDigest(null);
    StatementFile torn = cut(honest);
    clock.set(DUE);

    // When
    for (StatementFile statement : List.of(unsigned, torn, unsigned, torn, unsigned)) {
      FakePlatform.serve(DAY, statement);
      work();
      clock.advance(Duration.ofHours(1));
    }

    // Then
    assertEquals("NO_DIGEST 3, NOT_GZIP 2", reports());
    given()
        .auth()
        .oauth2(TestTokens.staff("CLERK"))
        .get("/api/v1/order-sync/reconciliations?date=" + DAY)
        .then()
        .statusCode(200)
        .body("items.outcome", equalTo(List.of("REFUSED", "REFUSED")))
        .body("items.detail", equalTo(List.of("NOT_GZIP", "NO_DIGEST")))
        .body("items.tries", equalTo(List.of(2, 3)));

    // When it was read, and is wrong once more
    for (StatementFile statement : List.of(honest, unsigned)) {
      FakePlatform.serve(DAY, statement);
      requestAgain();
      work();
      clock.advance(Duration.ofHours(1));
    }

    // Then
    assertEquals("NO_DIGEST 3, NOT_GZIP 2, compared 1, NO_DIGEST 1", reports());
  }

  private static void requestAgain() {
    given()
        .auth()
        .oauth2(TestTokens.staff("CLERK"))
        .contentType("application/json")
        .body("{\"date\":\"" + DAY + "\"}")
        .post("/api/v1/order-sync/reconciliations")
        .then()
        .statusCode(202);
  }

  private static String reports() {
    return Database.query(
        "SELECT string_agg(coalesce(detail, 'compared') || ' ' || tries, ', ' ORDER BY started_at)"
            + " FROM reconciliation WHERE day = '2026-11-17'");
  }

  @Test
  void a_zip_bomb_is_not_read_to_its_end() {
    // Given: three hundred megabytes in three hundred kilobytes
    FakePlatform.serve(DAY, new StatementFile(200, Bomb.bytes(), "x"));

    // When
    clock.set(DUE);
    work();

    // Then
    assertEquals(
        "TOO_LARGE", Database.query("SELECT detail FROM reconciliation WHERE day = '2026-11-17'"));
  }

  @Test
  void an_answer_that_is_neither_statement_nor_no_is_tried_again() {
    // Given
    FakePlatform.serve(DAY, new StatementFile(500, new byte[0], null));

    // When
    clock.set(DUE);
    work();

    // Then
    assertEquals(
        "UNREACHABLE",
        Database.query(
            "SELECT last_outcome FROM statement_day"
                + " WHERE day = '2026-11-17' AND platform = 'simulator'"));
  }

  static Stream<Arguments> a_bad_line_is_refused() {
    String line = PaidOrder.at(NOW).withNumber("E-BAD").line();
    return Stream.of(
        Arguments.of("amount AMOUNT", line.replace("1270.00", "=1+1"), ""),
        Arguments.of("amount AMOUNT", line.replace("1270.00", "-1.00"), ""),
        Arguments.of("amount AMOUNT", line.replace("1270.00", "1e2"), ""),
        Arguments.of("amount AMOUNT", line.replace("1270.00", "12.345"), ""),
        Arguments.of("amount AMOUNT", line.replace("1270.00", "`1270.00"), ""),
        Arguments.of("amount AMOUNT", line.replace("1270.00", "0.00"), "1270.00"),
        Arguments.of(
            "amount AMOUNT_TOO_HIGH", line.replace("1270.00", "9999999999.00"), "10000001269.00"),
        Arguments.of("currency CURRENCY", line.replace("CNY", "cny"), "2540.00"),
        Arguments.of(
            "occurredAt MOMENT", line.replace(NOW.toString(), "2026-02-30T00:00:00Z"), "2540.00"),
        Arguments.of("orderNumber NUMBER", line.replace("E-BAD", "\uff11\uff12"), "2540.00"),
        Arguments.of("type KIND", line.replace("PAYMENT", "REVOKED"), ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void a_bad_line_is_refused(String refusal, String line, String total) {
    // Given
    push(HONEST.push());
    String sum = total.isEmpty() ? "1270.00" : total;
    FakePlatform.serve(DAY, lines(HONEST.line() + '\n' + line + "\nTOTAL,2," + sum + ",0.00\n"));

    // When
    clock.set(DUE);
    work();
    clock.advance(Duration.ofDays(3));
    work();

    // Then: the line makes no order and holds no other
    assertEquals("INVOICEABLE", order(HONEST).getString("status"));
    assertEquals("1", Database.query("SELECT count(*) FROM orders"));
    String detail = Database.query("SELECT detail FROM reconciliation_row");
    assertTrue(detail.endsWith(refusal), detail);
  }

  @Test
  void a_formula_is_a_text_like_any_other() {
    // Given
    PaidOrder lost = PaidOrder.at(NOW);
    String formula = "=HYPERLINK(1)";
    FakePlatform.serve(DAY, lines(honest(lost.line().replace(lost.payerName(), formula))));

    // When
    clock.set(DUE);
    work();

    // Then
    assertEquals(formula, order(lost).getString("payerName"));
  }

  @Test
  void the_same_line_twice_counts_once() {
    // Given
    PaidOrder lost = PaidOrder.at(NOW);
    FakePlatform.serve(DAY, lines(lost.line() + '\n' + lost.line() + "\nTOTAL,2,2540.00,0.00\n"));

    // When
    clock.set(DUE);
    work();

    // Then
    assertEquals("1270.00", order(lost).getString("amount.value"));
    assertEquals("1", Database.query("SELECT count(*) FROM fact"));
    assertEquals(
        "STATUS_DIFF",
        Database.query("SELECT outcome FROM reconciliation_row ORDER BY row_number DESC LIMIT 1"));
  }
}
