package org.fapiaosuite.ordersync.order;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.fapiaosuite.ordersync.FakePlatform;
import org.fapiaosuite.ordersync.PaidOrder;
import org.fapiaosuite.ordersync.ServiceTest;
import org.fapiaosuite.ordersync.StatementFile;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No flaw of what describes an order loses it, and every order that is held has a way out. */
@QuarkusTest
class HeldOrderTest extends ServiceTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-17");
  private static final String TOTAL = "\nTOTAL,1,1270.00,0.00\n";
  private static final String PROBLEM = "urn:fapiaosuite:problem:";

  private final String clerk = TestTokens.staff(UUID.randomUUID(), "CLERK");
  private final UUID leadsAccount = UUID.randomUUID();
  private final String lead = TestTokens.staff(leadsAccount, "LEAD");
  private final PaidOrder paid = PaidOrder.at(NOW);

  static Stream<Arguments> a_flaw_that_no_reader_would_miss_is_mended() {
    String name = "上海示例科技有限公司";
    return Stream.of(
        Arguments.of("payerName", name, "上海\\t示例科技有限公司", "上海 示例科技有限公司"),
        Arguments.of("payerName", name, "上海示例\\r\\n科技有限公司 ", "上海示例 科技有限公司"),
        Arguments.of("payerName", name, "上海\\u00ad示例\\u200b科技有限公司", name),
        Arguments.of("payerName", name, "\\ud800" + name, name),
        Arguments.of("payerName", name, "示".repeat(201), "示".repeat(199) + "…"),
        Arguments.of("product", "Office 365 E3, 12 months", "Office\\n365\\u0000", "Office 365"),
        Arguments.of(
            "product", "Office 365 E3, 12 months", "x".repeat(600), "x".repeat(499) + "…"));
  }

  @ParameterizedTest
  @MethodSource
  void a_flaw_that_no_reader_would_miss_is_mended(
      String field, String told, String flawed, String mended) {
    push(paid.push().replace(told, flawed));
    work();

    assertEquals(List.of("order.paid.v1"), events(paid));
    assertEquals(mended, order(paid).getString(field));
  }

  @Test
  void a_flaw_in_the_statement_alone_is_none() {
    // Given
    push(paid.push());
    FakePlatform.serve(
        DAY, StatementFile.ofLines(paid.line().replace(paid.payerEmail(), "无") + TOTAL));

    // When
    clock.advance(Duration.ofDays(4));
    work();

    // Then
    assertEquals("INVOICEABLE", order(paid).getString("status"));
  }

  @Test
  void what_push_and_statement_tell_half_is_whole_together() {
    // Given
    push(paid.push().replace("finance@contoso.example", "无"));
    FakePlatform.serve(
        DAY, StatementFile.ofLines(paid.line().replace(paid.payerName(), "") + TOTAL));

    // When
    clock.advance(Duration.ofDays(1));
    work();

    // Then
    assertEquals(List.of("order.paid.v1"), events(paid));
    assertEquals("finance@contoso.example", synced(paid).getString("payer.email"));
  }

  @Test
  void an_address_that_no_mail_can_reach_is_mended_by_two_of_staff() {
    // Given
    push(paid.push().replace("finance@contoso.example", "无"));
    work();
    JsonPath held = synced(paid);
    assertEquals("DETAILS_MISSING", held.getString("holdReason"));
    assertEquals(List.of("PAYER_EMAIL_UNUSABLE"), held.getList("flaws"));
    assertEquals("无", held.getString("payer.email"));
    Map<String, Object> right = Map.of("payer", Map.of("email", " Finance@Contoso.example"));

    // When
    mend(clerk, null, right).then().statusCode(428);
    mend(clerk, "\"77-en\"", right).then().statusCode(412);
    for (Map<String, Object> wrong :
        List.<Map<String, Object>>of(
            Map.of(),
            Map.of("quantity", 0),
            Map.of("payer", Map.of("email", "无")),
            Map.of("payer", Map.of("name", "😀")))) {
      mend(clerk, etag(), wrong).then().statusCode(422);
    }
    mend(lead, etag(), right)
        .then()
        .statusCode(200)
        .body("proposal.kind", equalTo("MEND"))
        .body("proposal.payer.email", equalTo("Finance@contoso.example"))
        .body("proposal.proposedBy", equalTo(leadsAccount.toString()));

    // Then nothing has happened yet, nor can the same person make it happen
    work();
    assertEquals(List.of(), events(paid));
    decide(lead, true).then().statusCode(403).body("type", equalTo(PROBLEM + "four-eyes"));
    decide(clerk, true).then().statusCode(403).body("type", equalTo(PROBLEM + "forbidden"));

    // When
    decide(TestTokens.staff("LEAD"), true).then().statusCode(200).body("proposal", nullValue());
    work();

    // Then
    assertEquals(List.of("order.paid.v1"), events(paid));
    assertEquals(
        "Finance@contoso.example",
        JsonPath.from(Database.query("SELECT data FROM outbox")).getString("payer.email"));
    assertEquals("SYNCHRONISING", synced(paid).getString("status"));
    mend(clerk, etag(), right)
        .then()
        .statusCode(409)
        .body("type", equalTo(PROBLEM + "order-not-mendable"));
  }

  @Test
  void an_order_that_no_statement_shows_is_released_by_two_of_staff() {
    // Given
    push(paid.push());
    FakePlatform.serve(DAY, StatementFile.of());
    release(clerk).then().statusCode(409).body("type", equalTo(PROBLEM + "order-not-releasable"));
    clock.advance(Duration.ofDays(4));
    work();
    assertEquals("NOT_RECONCILED", synced(paid).getString("holdReason"));

    // When it is proposed, dropped, and proposed again
    decide(lead, true).then().statusCode(409).body("type", equalTo(PROBLEM + "nothing-proposed"));
    as(lead).body(Map.of("reason", "x")).post(path() + "/approval").then().statusCode(422);
    as(clerk).body(Map.of("reason", " ")).post(path() + "/release").then().statusCode(422);
    as(clerk)
        .header("If-Match", "\"77-en\"")
        .body(Map.of("reason", "x"))
        .post(path() + "/release")
        .then()
        .statusCode(412);
    as(clerk).header("If-None-Match", etag()).get(path()).then().statusCode(304);
    release(clerk).then().statusCode(200).body("proposal.heldFor", equalTo("NOT_RECONCILED"));
    decide(lead, false).then().statusCode(200);
    work();
    assertEquals("HELD", synced(paid).getString("status"));
    assertNull(synced(paid).getString("proposal"));
    release(clerk).then().statusCode(200);
    decide(lead, true).then().statusCode(200);
    work();

    // Then
    assertEquals("INVOICEABLE", synced(paid).getString("status"));
    assertEquals(List.of("order.paid.v1", "order.held.v1", "order.invoiceable.v1"), events(paid));

    // And another contradiction holds it anew
    push(paid.withTransaction("T-2").push());
    work();
    assertEquals("PAID_TWICE", synced(paid).getString("holdReason"));
  }

  @Test
  void a_release_waives_the_reason_it_was_proposed_for_and_no_other() {
    // Given
    push(paid.push());
    FakePlatform.serve(DAY, StatementFile.of(paid.withCustomer("other")));
    clock.advance(Duration.ofDays(4));
    work();
    assertEquals("STATEMENT_DIFFERS", synced(paid).getString("holdReason"));
    release(clerk).then().statusCode(200);
    as(lead)
        .get("/api/v1/order-sync/orders?status=HELD")
        .then()
        .statusCode(200)
        .body("items.proposal.heldFor", equalTo(List.of("STATEMENT_DIFFERS")));

    // When it is held for another reason before somebody decides
    push(paid.withTransaction("T-2").push());
    work();
    decide(lead, true).then().statusCode(409).body("type", equalTo(PROBLEM + "held-otherwise"));
    decide(lead, false).then().statusCode(200);
    release(clerk).then().statusCode(200).body("proposal.heldFor", equalTo("PAID_TWICE"));
    decide(lead, true).then().statusCode(200);
    work();

    // Then the statement still differs, until that is decided too
    assertEquals("STATEMENT_DIFFERS", synced(paid).getString("holdReason"));
    release(clerk).then().statusCode(200);
    decide(lead, true).then().statusCode(200);
    work();
    assertEquals("INVOICEABLE", synced(paid).getString("status"));
    assertEquals(DAY.toString(), synced(paid).getString("matchedOn"));
  }

  @Test
  void what_went_back_of_a_held_order_counts_at_once_and_is_told_with_it() {
    // Given
    push(paid.push().replace("finance@contoso.example", "无"));
    work();

    // When
    push(paid.refund("R-1", "270.00", NOW));
    work();

    // Then
    assertEquals("270.00", synced(paid).getString("refundedAmount.value"));
    assertEquals(List.of(), events(paid));

    // When
    mend(clerk, etag(), Map.of("payer", Map.of("email", paid.payerEmail()))).then().statusCode(200);
    decide(lead, true).then().statusCode(200);
    work();

    // Then
    assertEquals(List.of("order.paid.v1", "order.refunded.v1"), events(paid));
    assertEquals("270.00", order(paid).getString("refundedAmount.value"));
  }

  @Test
  void what_is_not_there_is_not_decided() {
    String unknown = "/api/v1/order-sync/orders/E0";
    as(lead).body(Map.of("reason", "x")).post(unknown + "/release").then().statusCode(404);
    as(lead).body(Map.of("approve", true)).post(unknown + "/approval").then().statusCode(404);
    as(lead)
        .header("If-Match", "*")
        .body(Map.of("product", "x"))
        .patch(unknown)
        .then()
        .statusCode(404);
  }

  private Response mend(String token, @Nullable String ifMatch, Map<String, Object> body) {
    RequestSpecification request = as(token).body(body);
    return (ifMatch == null ? request : request.header("If-Match", ifMatch)).patch(path());
  }

  private Response release(String token) {
    return as(token).body(Map.of("reason", "Confirmed by phone")).post(path() + "/release");
  }

  private Response decide(String token, boolean approve) {
    return as(token).body(Map.of("approve", approve)).post(path() + "/approval");
  }

  private String etag() {
    return as(clerk).get(path()).then().statusCode(200).extract().header("ETag");
  }

  private String path() {
    return "/api/v1/order-sync/orders/" + paid.orderNumber();
  }

  private static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType("application/json");
  }
}
