package org.fapiaosuite.fapiao.servicecentre;

import static org.fapiaosuite.fapiao.Story.DESK;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.fapiao.contracts.Contract;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clerks can get wrong, and what happens at the counter. */
@QuarkusTest
class IssuingTest {

  private final Story story = new Story();

  @ParameterizedTest
  @CsvSource({
    "3100261130, 00345678, 2026-11-18, fapiaos[0].code",
    "310026132, 00345678, 2026-11-18, fapiaos[0].code",
    "31002613２0, 00345678, 2026-11-18, fapiaos[0].code",
    "3100261320, 0345678, 2026-11-18, fapiaos[0].number",
    "3100261320, 003456789, 2026-11-18, fapiaos[0].number",
    "3100261320, 0034567a, 2026-11-18, fapiaos[0].number",
    "3100261320, 00345678, 2099-01-01, fapiaos[0].issuedOn",
    "3100261320, 00345678, 2026-11-09, fapiaos[0].issuedOn",
    "3100261320, 00345678, 2026-02-30, fapiaos[0].issuedOn",
  })
  void a_wrong_number_is_refused(String code, String number, String issuedOn, String field) {
    String id = story.accepted(story.invoiceableBill("10.00"));
    issue(id, List.of(entry(code, number, issuedOn)))
        .then()
        .statusCode(422)
        .body("violations.field", contains(field));
    assertEquals("IN_PROCESS", story.application(id).getString("status"));
  }

  @Test
  void a_number_stands_on_one_fapiao() {
    String number = Story.number();
    Story.issue(story.accepted(story.invoiceableBill("10.00")), number).then().statusCode(200);
    Story.issue(story.accepted(story.invoiceableBill("10.00")), number)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:fapiaosuite:problem:fapiao-number-used"));
  }

  @Test
  void an_issued_application_gets_no_second_fapiao() {
    String id = story.accepted(story.invoiceableBill("10.00"));
    String number = Story.number();
    Story.issue(id, number).then().statusCode(200);
    Story.issue(id, number).then().statusCode(200).body("status", equalTo("ISSUED"));
    Story.issue(id, Story.number())
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:fapiaosuite:problem:cannot-issue"));
    story.customer().get("/api/v1/fapiaos").then().body("items", hasSize(1));
  }

  @Test
  void several_fapiao_have_to_add_up() {
    String id = story.accepted(story.invoiceableBill("100.00"));
    issue(id, List.of(with(Story.number(), "60.00"), with(Story.number(), "30.00")))
        .then()
        .statusCode(422)
        .body("violations.field", contains("fapiaos"));
    String twice = Story.number();
    issue(id, List.of(with(twice, "60.00"), with(twice, "40.00"))).then().statusCode(422);
    issue(id, List.of(plain(), with(Story.number(), "40.00"))).then().statusCode(422);
    issue(id, List.of(with(Story.number(), "60.00"), with(Story.number(), "40.00")))
        .then()
        .statusCode(200);
    story
        .customer()
        .get("/api/v1/fapiaos")
        .then()
        .body("items", hasSize(2))
        .body("items.amount.value", hasItem("60.00"));
  }

  @Test
  void a_large_amount_is_planned_as_several_fapiao() {
    String id = story.accepted(story.invoiceableBill("21200000.00"));
    assertEquals(3, story.application(id).getInt("fapiaoCount"));
    issue(id, List.of(plain()))
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("fapiaos"));
    issue(id, List.of(plain(), plain(), plain())).then().statusCode(200);
  }

  @Test
  void pick_up_is_against_the_code_of_the_mail() {
    Map<String, Object> request = Story.request(story.invoiceableBill("10.00"));
    request.put("delivery", Map.of("method", "PICKUP", "recipient", "王小明", "phone", "13800138000"));
    String id = story.draft(request);
    story.confirm(id).then().statusCode(200);
    desk(id, "acceptance", null).then().statusCode(200);
    Story.issue(id, Story.number()).then().statusCode(200);
    mint(id).then().statusCode(404);
    desk(id, "mail-out", Map.of("carrier", "SF", "waybill", "SF1234567890123"))
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:fapiaosuite:problem:other-delivery"));
    desk(id, "ready-for-pickup", null)
        .then()
        .statusCode(200)
        .body("status", equalTo("READY_FOR_PICKUP"));
    String code = mint(id).then().statusCode(200).extract().path("secret");
    assertEquals(code, mint(id).then().statusCode(200).extract().path("secret"));
    String wrong = code.equals("00000000") ? "00000001" : "00000000";
    desk(id, "hand-over", Map.of("code", wrong)).then().statusCode(422);
    desk(id, "hand-over", Map.of("code", code))
        .then()
        .statusCode(200)
        .body("status", equalTo("COMPLETED"));
    mint(id).then().statusCode(410);
    assertEquals(
        "0", Database.query("SELECT count(*) FROM outbox WHERE strpos(data, '" + code + "') > 0"));
  }

  @Test
  void only_services_may_ask_for_secrets() {
    Map<String, String> body = Map.of("kind", "PICKUP_CODE", "subjectId", "x");
    story.customer().body(body).post("/internal/secrets").then().statusCode(403);
    Story.staff("ADMIN").body(body).post("/internal/secrets").then().statusCode(403);
    Story.as(TestTokens.service("notification-service", "account-service"))
        .body(body)
        .post("/internal/secrets")
        .then()
        .statusCode(401);
    Story.as(TestTokens.with(Map.of("sub", "x", "groups", List.of("SERVICE"))))
        .body(body)
        .post("/internal/secrets")
        .then()
        .statusCode(401);
    Story.as(TestTokens.service("notification-service", "fapiao-service"))
        .get("/api/v1/bills")
        .then()
        .statusCode(403);
  }

  @Test
  void a_rejected_application_frees_its_bill_and_says_why() {
    String bill = story.invoiceableBill("10.00");
    String id = story.accepted(bill);
    desk(id, "rejection", Map.of("reason", "<b>no</b>")).then().statusCode(422);
    desk(id, "rejection", Map.of("reason", "The title is not the registered name."))
        .then()
        .statusCode(200);
    assertEquals("INVOICEABLE", story.bill(bill).getString("status"));
    story
        .customer()
        .get(Story.APPLICATIONS + "/" + id + "/progress")
        .then()
        .body("items[2].details.reason", equalTo("The title is not the registered name."));
  }

  @Test
  void a_parcel_comes_back_and_goes_out_again() {
    String id = story.issued(story.invoiceableBill("10.00"));
    Map<String, String> yunda = Map.of("carrier", "YUNDA", "waybill", "ODD99999");
    desk(id, "mail-out", yunda)
        .then()
        .statusCode(200)
        .body("warnings.code", contains("waybill", "other-carrier"));
    desk(id, "mail-out", yunda).then().statusCode(200);
    desk(id, "delivery-outcome", Map.of("outcome", "RETURNED")).then().statusCode(200);
    desk(id, "mail-out", Map.of("carrier", "SF", "waybill", "SF1234567890123"))
        .then()
        .statusCode(200);
    desk(id, "delivery-outcome", Map.of("outcome", "DELIVERED"))
        .then()
        .statusCode(200)
        .body("status", equalTo("COMPLETED"));
    Story.events(id)
        .forEach(event -> Contract.assertKept(event.split(" ", 2)[0], event.split(" ", 2)[1]));
    assertEquals(7, Story.events(id).size());
  }

  private static Response desk(String id, String action, @Nullable Object body) {
    return body == null
        ? Story.staff("CLERK").post(DESK + "/" + id + "/" + action)
        : Story.staff("CLERK").body(body).post(DESK + "/" + id + "/" + action);
  }

  private static Response mint(String id) {
    return Story.as(TestTokens.service("notification-service", "fapiao-service"))
        .body(Map.of("kind", "PICKUP_CODE", "subjectId", id))
        .post("/internal/secrets");
  }

  private static Response issue(String id, List<Map<String, Object>> entries) {
    return desk(id, "issue", Map.of("fapiaos", entries));
  }

  private static Map<String, Object> plain() {
    return entry("3100261320", Story.number(), "2026-11-18");
  }

  private static Map<String, Object> entry(String code, String number, String issuedOn) {
    return new HashMap<>(
        Map.of(
            "numberScheme", "LEGACY_CODE_NUMBER",
            "code", code,
            "number", number,
            "issuedOn", issuedOn));
  }

  private static Map<String, Object> with(String number, String amount) {
    Map<String, Object> entry = entry("3100261320", number, "2026-11-18");
    entry.put("amount", Story.cny(amount));
    return entry;
  }
}
