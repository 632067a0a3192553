package org.fapiaosuite.ordersync.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.stream.Stream;
import org.fapiaosuite.ordersync.ServiceTest;
import org.fapiaosuite.ordersync.SignedPush;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A push that the platform did sign and that says what cannot be. */
@QuarkusTest
class ImpossiblePushTest extends ServiceTest {
  private static final String PAID =
      """
      {"type":"order.paid","data":{"orderNumber":"E1","transactionId":"T1","customerId":"c",\
      "payer":{"name":"n","email":"e@x.example"},"product":"p","quantity":1,\
      "amount":{"currency":"CNY","value":"1270.00"},"paidAt":"2026-11-17T09:29:58+08:00"}}""";

  private static final String REFUNDED =
      """
      {"type":"order.refunded","data":{"orderNumber":"E1","transactionId":"T1","refundId":"R1",\
      "amount":{"currency":"CNY","value":"70.00"},"refundedAt":"2026-11-17T09:29:58+08:00"}}""";

  private static Stream<String> unreadable() {
    return Stream.of(
        "",
        "null",
        "[]",
        "\"x\"",
        "7",
        "{\"type\":\"order.paid\"",
        PAID + "x",
        PAID + PAID,
        PAID.replace("\"E1\"", "\"E1\",\"orderNumber\":\"E2\""),
        "[".repeat(10_000),
        "{\"type\":\"order.paid\",\"data\":" + "[".repeat(30) + "]".repeat(30) + "}",
        PAID.replace("\"1270.00\"", "NaN"),
        PAID.replace("\"1270.00\"", "0x10"),
        PAID.replace("\"1270.00\"", "1e99999999999999"),
        PAID.replace("\"1270.00\"", "9".repeat(5000)),
        PAID.replace("\"E1\"", "\"E1\0\""),
        PAID.replace("\"E1\"", "\"" + "E".repeat(100_000) + '"'),
        "\ufeff" + PAID);
  }

  @Test
  void what_is_no_json_is_unreadable() {
    unreadable()
        .forEach(
            body -> {
              SignedPush push = SignedPush.of(body, NOW);
              push.send()
                  .then()
                  .statusCode(400)
                  .body("type", equalTo("urn:fapiaosuite:problem:unreadable"));
              assertKept(push, "", "UNREADABLE");
            });
    assertNoEffect();
  }

  private static Stream<Impossible> impossible() {
    Stream<Impossible> amounts =
        Stream.of(
                "0",
                "0.00",
                "-1.00",
                "+1.00",
                "0.1+0.2",
                "1e2",
                "1E2",
                "12.345",
                "12.",
                ".5",
                "1,270.00",
                "1 270.00",
                " 1270.00",
                "1270.00 ",
                "\uff11\uff12",
                "\u0661",
                "NaN",
                "Infinity",
                "0x10",
                "9007199254740993",
                "9".repeat(400),
                "")
            .map(value -> refused(PAID.replace("1270.00", value), "data.amount.value", "AMOUNT"));
    Stream<Impossible> refundAmounts =
        Stream.of("0", "-0.01", "1e2", "0.001")
            .map(value -> refused(REFUNDED.replace("70.00", value), "data.amount.value", "AMOUNT"));
    Stream<Impossible> moments =
        Stream.of(
                "2026-02-30T00:00:00Z",
                "2026-11-17T24:00:00+08:00",
                "2026-11-17T23:59:60Z",
                "2026-11-17T09:29:58",
                "2026-11-17",
                "2026-13-01T00:00:00Z",
                "17.11.2026 09:29",
                "1763343000",
                "\uff12\uff10\uff12\uff16-11-17T09:29:58Z",
                "",
                "x".repeat(100))
            .map(at -> refused(paidAt(at), "data.paidAt", "MOMENT"));
    Stream<Impossible> impossibleMoments =
        Stream.of("1970-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2026-11-17T04:05:01Z")
            .map(at -> refused(paidAt(at), "data.paidAt", "MOMENT_IMPOSSIBLE"));
    Stream<Impossible> numbers =
        Stream.of("\uff11\uff12\uff13", "E1\\n2", "E/1", "../E1", "E1'", "\u0415", "E".repeat(65))
            .map(
                number ->
                    refused(
                        PAID.replace("\"E1\"", '"' + number + '"'), "data.orderNumber", "NUMBER"));
    Stream<Impossible> others =
        Stream.of(
            refused(PAID.replace("\"1270.00\"", "1270.00"), "data.amount.value", "KIND"),
            refused(PAID.replace("\"1270.00\"", "[\"1270.00\"]"), "data.amount.value", "KIND"),
            refused(PAID.replace("\"1270.00\"", "null"), "data.amount.value", "REQUIRED"),
            refused(
                PAID.replace("1270.00", "100000000.01"), "data.amount.value", "AMOUNT_TOO_HIGH"),
            refused(
                PAID.replace("1270.00", "9007199254740.93"),
                "data.amount.value",
                "AMOUNT_TOO_HIGH"),
            refused(PAID.replace("CNY", "cny"), "data.amount.currency", "CURRENCY"),
            refused(PAID.replace("CNY", "RMB "), "data.amount.currency", "CURRENCY"),
            refused(PAID.replace("\"currency\":\"CNY\",", ""), "data.amount.currency", "REQUIRED"),
            refused(PAID.replace("\"E1\"", "7"), "data.orderNumber", "KIND"),
            refused(PAID.replace("\"orderNumber\":\"E1\",", ""), "data.orderNumber", "REQUIRED"),
            refused(
                PAID.replace("\"transactionId\":\"T1\",", ""), "data.transactionId", "REQUIRED"),
            refused(PAID.replace("\"1270.00\"", "1e999999999"), "data.amount.value", "KIND"),
            refused(PAID.replace("\"data\":{", "\"daten\":{"), "data", "REQUIRED"),
            refused("{\"type\":\"order.paid\",\"data\":[]}", "data", "KIND"),
            refused("{\"data\":{}}", "type", "REQUIRED"),
            refused("{\"type\":\"\",\"data\":{}}", "type", "REQUIRED"),
            refused("{\"type\":7,\"data\":{}}", "type", "KIND"),
            refused("{\"type\":\"" + "t".repeat(101) + "\"}", "type", "TOO_LONG"),
            refused(REFUNDED.replace("\"R1\"", "\"\""), "data.refundId", "REQUIRED"),
            refused(REFUNDED.replace("+08:00", ""), "data.refundedAt", "MOMENT"));
    return Stream.of(amounts, refundAmounts, moments, impossibleMoments, numbers, others)
        .flatMap(cases -> cases);
  }

  private static String paidAt(String moment) {
    return PAID.replace("2026-11-17T09:29:58+08:00", moment);
  }

  /** A body, the value at fault in it, and why. */
  private record Impossible(String body, String field, String reason) {}

  private static Impossible refused(String body, String field, String reason) {
    return new Impossible(body, field, reason);
  }

  @Test
  void what_cannot_be_is_refused_and_kept_with_the_reason() {
    impossible()
        .forEach(
            one -> {
              SignedPush push = SignedPush.of(one.body(), NOW);
              push.send()
                  .then()
                  .statusCode(422)
                  .body("type", equalTo("urn:fapiaosuite:problem:validation"))
                  .body("violations[0].field", equalTo(one.field()));
              assertKept(push, one.field(), one.reason());
            });
    assertNoEffect();
  }

  private static void assertKept(SignedPush push, String field, String reason) {
    assertEquals(
        field + ' ' + reason,
        Database.query(
            "SELECT field || ' ' || reason FROM refused_push WHERE webhook_id = '"
                + push.id()
                + "'"));
  }

  private void assertNoEffect() {
    work();
    assertEquals("0", Database.query("SELECT count(*) FROM orders"));
    assertEquals("0", Database.query("SELECT count(*) FROM outbox"));
    assertEquals("0", Database.query("SELECT count(*) FROM push_key"));
  }

  @Test
  void staff_can_read_the_reason_and_a_lead_the_whole() {
    // Given
    String body = PAID.replace("1270.00", "1e2");
    SignedPush.of(body, NOW).send().then().statusCode(422);

    // When
    JsonPath list =
        given()
            .auth()
            .oauth2(TestTokens.staff("CLERK"))
            .get("/api/v1/order-sync/refused-pushes")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();

    // Then
    assertEquals("data.amount.value", list.getString("items[0].field"));
    assertEquals("AMOUNT", list.getString("items[0].reason"));
    given()
        .auth()
        .oauth2(TestTokens.staff("LEAD"))
        .get("/api/v1/order-sync/refused-pushes/" + list.getString("items[0].id"))
        .then()
        .statusCode(200)
        .body("body", equalTo(body));
  }

  static Stream<Arguments> held() {
    return Stream.of(
        Arguments.of("CURRENCY_NOT_SUPPORTED", PAID.replace("CNY", "USD")),
        Arguments.of("DETAILS_MISSING", PAID.replace("\"customerId\":\"c\",", "")),
        Arguments.of("DETAILS_MISSING", PAID.replace("\"email\":\"e@x.example\"", "\"x\":1")),
        Arguments.of("DETAILS_MISSING", PAID.replace("\"n\"", "\"  \"")),
        Arguments.of("DETAILS_MISSING", PAID.replace("\"email\":\"e@x", "\"email\":\"无 e@x")),
        Arguments.of("DETAILS_MISSING", PAID.replace("e@x", "e@x\\r\\nBcc: v@y")),
        Arguments.of("DETAILS_MISSING", PAID.replace("\"product\":\"p\"", "\"product\":{}")),
        Arguments.of("DETAILS_MISSING", PAID.replace("\"quantity\":1", "\"quantity\":0")),
        Arguments.of("DETAILS_MISSING", PAID.replace("\"quantity\":1", "\"quantity\":-1")),
        Arguments.of("DETAILS_MISSING", PAID.replace("\"quantity\":1", "\"quantity\":1.5")),
        Arguments.of("DETAILS_MISSING", PAID.replace("\"quantity\":1", "\"quantity\":1e30")),
        Arguments.of(
            "DETAILS_MISSING", PAID.replace("\"quantity\":1", "\"quantity\":100e2147483647")),
        Arguments.of("DETAILS_MISSING", PAID.replace("\"quantity\":1", "\"quantity\":\"1\"")),
        Arguments.of("DETAILS_MISSING", PAID.replace("\"quantity\":1", "\"quantity\":9999999999")),
        // A payer whom no title can ever be the same as.
        Arguments.of("DETAILS_MISSING", PAID.replace("\"n\"", "\"\\uD83D\\uDE00 <>\"")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void held(String reason, String body) {
    // When
    push(body);
    work();

    // Then
    given()
        .auth()
        .oauth2(TestTokens.staff("CLERK"))
        .get("/api/v1/order-sync/orders?status=HELD")
        .then()
        .statusCode(200)
        .body("items.orderNumber", equalTo(List.of("E1")))
        .body("items[0].holdReason", equalTo(reason));
    assertEquals("0", Database.query("SELECT count(*) FROM outbox"));
  }
}
