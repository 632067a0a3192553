package org.fapiaosuite.ordersync.reconciliation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fapiaosuite.ordersync.FakePlatform;
import org.fapiaosuite.ordersync.PaidOrder;
import org.fapiaosuite.ordersync.ServiceTest;
import org.fapiaosuite.ordersync.StatementFile;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReconciliationTest extends ServiceTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-17");

  /** Half past ten the next morning in China. */
  private static final Instant DUE = Instant.parse("2026-11-18T02:30:00Z");

  @Test
  void a_day_is_given_back_once_the_database_takes_it() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    push(paid.push());
    FakePlatform.serve(DAY, StatementFile.of(paid));
    clock.set(DUE);
    Database.execute(
        "public",
        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql"
            + " AS $$ BEGIN RAISE 'not now'; END $$",
        "CREATE TRIGGER refusing BEFORE UPDATE ON statement_day FOR EACH ROW"
            + " WHEN (NEW.lease_owner IS NULL) EXECUTE FUNCTION refuse()");

    // When
    try {
      assertThrows(IllegalStateException.class, this::work);
    } finally {
      Database.execute("public", "DROP TRIGGER refusing ON statement_day", "DROP FUNCTION refuse");
    }
    assertEquals("1", Database.query("SELECT count(lease_owner) FROM statement_day"));
    work();

    // Then
    assertEquals("0", Database.query("SELECT count(lease_owner) FROM statement_day"));
    clock.advance(Duration.ofMinutes(31));
    work();
    assertEquals("COMPARED", report().getString("outcome"));
  }

  @Test
  void reports_each_outcome_with_its_rows() {
    // Given
    PaidOrder matched = PaidOrder.at(NOW);
    PaidOrder lost = PaidOrder.at(NOW);
    PaidOrder cheaper = PaidOrder.at(NOW);
    PaidOrder phantom = PaidOrder.at(NOW);
    PaidOrder other = PaidOrder.at(NOW);
    for (PaidOrder pushed : List.of(matched, cheaper, phantom, other)) {
      push(pushed.push());
    }
    FakePlatform.serve(
        DAY,
        StatementFile.of(
            matched, lost, cheaper.withAmount("1269.99"), other.withCustomer("another")));

    // When
    clock.set(DUE);
    work();

    // Then
    JsonPath report = report();
    assertEquals("COMPARED", report.getString("outcome"));
    assertEquals("2026-11-17", report.getString("date"));
    assertEquals(4, report.getInt("lines"));
    assertEquals("5079.99", report.getString("paid"));
    assertEquals(1, report.getInt("matched"));
    assertEquals(1, report.getInt("missingLocally"));
    assertEquals(1, report.getInt("missingInStatement"));
    assertEquals(1, report.getInt("amountDiff"));
    assertEquals(1, report.getInt("statusDiff"));
    assertEquals(
        Map.of(
            lost.orderNumber(), "MISSING_LOCALLY",
            cheaper.orderNumber(), "AMOUNT_DIFF",
            phantom.orderNumber(), "MISSING_IN_STATEMENT",
            other.orderNumber(), "STATUS_DIFF"),
        outcomes(report.getString("id"), ""));
    assertEquals(
        Map.of(matched.orderNumber(), "MATCHED"),
        outcomes(report.getString("id"), "?outcome=MATCHED"));
    assertEquals(
        Map.of(cheaper.orderNumber(), "AMOUNT_DIFF"),
        outcomes(report.getString("id"), "?outcome=AMOUNT_DIFF"));
  }

  @Test
  void what_matched_comes_by_the_page() {
    // Given
    List<PaidOrder> orders = List.of(PaidOrder.at(NOW), PaidOrder.at(NOW), PaidOrder.at(NOW));
    orders.forEach(order -> push(order.push()));
    FakePlatform.serve(DAY, StatementFile.of(orders.toArray(PaidOrder[]::new)));
    clock.set(DUE);
    work();

    // When
    String rows = "/api/v1/order-sync/reconciliations/" + report().getString("id") + "/rows";
    JsonPath first = page(rows + "?outcome=MATCHED&limit=2");
    JsonPath second =
        page(rows + "?outcome=MATCHED&limit=2&cursor=" + first.getString("nextCursor"));

    // Then
    List<String> numbers = new ArrayList<>(first.getList("items.orderNumber", String.class));
    numbers.addAll(second.getList("items.orderNumber", String.class));
    assertEquals(orders.stream().map(PaidOrder::orderNumber).sorted().toList(), numbers);
    assertNull(second.getString("nextCursor"));
    assertNull(page(rows + "?outcome=MATCHED&limit=3").getString("nextCursor"));
    given()
        .auth()
        .oauth2(TestTokens.staff("CLERK"))
        .get(rows + "?outcome=AMOUNT_DIFF&cursor=" + first.getString("nextCursor"))
        .then()
        .statusCode(422)
        .body("violations.field", hasItem(equalTo("cursor")));
  }

  @Test
  void creates_from_the_statement_what_no_push_told() {
    // Given
    PaidOrder lost = PaidOrder.at(NOW);
    FakePlatform.serve(DAY, StatementFile.of(lost));

    // When
    clock.set(DUE);
    work();

    // Then
    assertEquals("STATEMENT", synced(lost).getString("source"));
    assertEquals("SYNCHRONISING", order(lost).getString("status"));
    assertEquals("1270.00", order(lost).getString("amount.value"));
    assertEquals("上海示例科技有限公司", order(lost).getString("payerName"));
    assertEquals(List.of("order.paid.v1"), events(lost));

    // When: the push comes after all
    push(lost.push());
    clock.advance(Duration.ofDays(3));
    work();

    // Then
    assertEquals("INVOICEABLE", order(lost).getString("status"));
    assertEquals(List.of("order.paid.v1", "order.invoiceable.v1"), events(lost));
  }

  @Test
  void takes_refunds_from_the_statement_too() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    push(paid.push());
    FakePlatform.serve(
        DAY,
        StatementFile.ofLines(
            paid.line()
                + "\nREFUND,%s,%s,R-1,,,,,,270.00,CNY,%s\nTOTAL,2,1270.00,270.00\n"
                    .formatted(paid.orderNumber(), paid.transactionId(), NOW)));

    // When
    clock.set(DUE);
    work();

    // Then
    assertEquals("1000.00", order(paid).getString("remainingAmount.value"));
    assertEquals(List.of("order.paid.v1", "order.refunded.v1"), events(paid));
    assertEquals(1, report().getInt("missingLocally"));
  }

  @Test
  void is_not_asked_for_before_half_past_ten_and_asked_for_until_it_is_there() {
    // When
    clock.set(DUE.minusSeconds(1));
    work();

    // Then
    assertEquals(List.of(), FakePlatform.asked().stream().filter(DAY::equals).toList());

    // When
    clock.set(DUE);
    work();
    work();

    // Then
    assertEquals(List.of(DAY), FakePlatform.asked().stream().filter(DAY::equals).toList());

    // When
    clock.advance(Duration.ofMinutes(30));
    FakePlatform.serve(DAY, StatementFile.noTrade());
    work();
    clock.advance(Duration.ofMinutes(30));
    work();

    // Then
    assertEquals(List.of(DAY, DAY), FakePlatform.asked().stream().filter(DAY::equals).toList());
    assertEquals("NO_TRADE", report().getString("outcome"));
  }

  @Test
  void makes_up_for_seven_days() {
    // When
    work();

    // Then
    assertEquals(7, FakePlatform.asked().stream().distinct().count());
    assertEquals(
        LocalDate.parse("2026-11-10"), FakePlatform.asked().stream().sorted().toList().get(0));
  }

  @Test
  void a_corrected_statement_replaces_the_one_before() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    push(paid.push());
    FakePlatform.serve(DAY, StatementFile.of(paid.withAmount("1.00")));
    clock.set(DUE);
    work();
    String before = order(paid).getString("blockReason");

    // When
    FakePlatform.serve(DAY, StatementFile.of(paid));
    request("2026-11-17", 202);
    clock.advance(Duration.ofDays(3));
    work();

    // Then
    assertEquals("AMOUNT_MISMATCH", before);
    assertEquals("INVOICEABLE", order(paid).getString("status"));
    assertNull(order(paid).getString("blockReason"));
    assertEquals(List.of("order.paid.v1", "order.held.v1", "order.invoiceable.v1"), events(paid));
  }

  @Test
  void the_same_statement_again_changes_nothing() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    PaidOrder lost = PaidOrder.at(NOW);
    push(paid.push());
    FakePlatform.serve(DAY, StatementFile.of(paid, lost));
    clock.set(DUE);
    work();

    // When
    for (int i = 0; i < 3; i++) {
      request("2026-11-17", 202);
      clock.advance(Duration.ofMinutes(1));
      work();
    }

    // Then
    assertEquals(List.of("order.paid.v1"), events(paid));
    assertEquals(List.of("order.paid.v1"), events(lost));
    assertEquals("3", Database.query("SELECT count(*) FROM fact"));
    assertEquals(
        "4", Database.query("SELECT count(*) FROM reconciliation WHERE day = '2026-11-17'"));
  }

  @Test
  void can_be_asked_for_by_day_within_reach_only() {
    request("2026-11-16", 202);
    request("2026-08-19", 202);
    request("2026-08-18", 422);
    request("2026-11-17", 422);
    request("2027-01-01", 422);
    request("2026-02-30", 422);
    request("x", 422);
  }

  @Test
  void is_given_up_for_a_day_that_the_platform_keeps_no_longer() {
    // Given
    String waiting =
        "SELECT next_attempt_at IS NOT NULL FROM statement_day WHERE day = '2026-08-19'";
    request("2026-08-19", 202);
    work();
    String before = Database.query(waiting);

    // When
    clock.advance(Duration.ofDays(1));
    work();

    // Then
    assertEquals("t", before);
    assertEquals("f", Database.query(waiting));
  }

  @Test
  void reports_are_for_staff() {
    for (String path : List.of("", "/0190b5f4-0000-7000-8000-000000000000")) {
      String address = "/api/v1/order-sync/reconciliations" + path;
      given().get(address).then().statusCode(401);
      given().auth().oauth2(TestTokens.customer("simulator:x")).get(address).then().statusCode(403);
    }
    String unknown = "/api/v1/order-sync/reconciliations/0190b5f4-0000-7000-8000-000000000000";
    String auditor = TestTokens.staff("AUDITOR");
    given().auth().oauth2(auditor).get(unknown).then().statusCode(404);
    given().auth().oauth2(auditor).get(unknown + "/rows").then().statusCode(404);
    given()
        .auth()
        .oauth2(auditor)
        .contentType("application/json")
        .body("{\"date\":\"2026-11-16\"}")
        .post("/api/v1/order-sync/reconciliations")
        .then()
        .statusCode(403);
  }

  @Test
  void are_asked_for_by_a_day_that_is_one() {
    for (String day : List.of("2026-02-30", "x")) {
      given()
          .auth()
          .oauth2(TestTokens.staff("CLERK"))
          .queryParam("date", day)
          .get("/api/v1/order-sync/reconciliations")
          .then()
          .statusCode(422);
    }
  }

  @Test
  void come_by_the_page() {
    // Given
    work();
    for (int day = 10; day <= 16; day++) {
      FakePlatform.serve(LocalDate.of(2026, 11, day), StatementFile.noTrade());
    }
    clock.advance(Duration.ofHours(1));
    work();

    // When
    String token = TestTokens.staff("CLERK");
    JsonPath first =
        given().auth().oauth2(token).get("/api/v1/order-sync/reconciliations?limit=4").jsonPath();
    JsonPath second =
        given()
            .auth()
            .oauth2(token)
            .get(
                "/api/v1/order-sync/reconciliations?limit=4&cursor="
                    + first.getString("nextCursor"))
            .jsonPath();

    // Then
    assertEquals(4, first.getList("items").size());
    assertEquals(3, second.getList("items").size());
    assertNull(second.getString("nextCursor"));
    given()
        .auth()
        .oauth2(token)
        .get("/api/v1/order-sync/reconciliations?cursor=nonsense")
        .then()
        .statusCode(422)
        .body("violations.field", hasItem(equalTo("cursor")));
  }

  private static void request(String date, int status) {
    given()
        .auth()
        .oauth2(TestTokens.staff("LEAD"))
        .contentType("application/json")
        .body("{\"date\":\"" + date + "\"}")
        .post("/api/v1/order-sync/reconciliations")
        .then()
        .statusCode(status);
  }

  private static JsonPath report() {
    JsonPath list =
        given()
            .auth()
            .oauth2(TestTokens.staff("CLERK"))
            .get("/api/v1/order-sync/reconciliations?date=2026-11-17")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    list.setRootPath("items[0]");
    return list;
  }

  private static JsonPath page(String path) {
    return given()
        .auth()
        .oauth2(TestTokens.staff("CLERK"))
        .get(path)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static Map<String, String> outcomes(String reconciliation, String query) {
    JsonPath rows = page("/api/v1/order-sync/reconciliations/" + reconciliation + "/rows" + query);
    return rows.getList("items").stream()
        .map(item -> (Map<?, ?>) item)
        .collect(
            java.util.stream.Collectors.toMap(
                item -> String.valueOf(item.get("orderNumber")),
                item -> String.valueOf(item.get("outcome"))));
  }
}
