package org.fapiaosuite.fapiao.application;

import static org.fapiaosuite.fapiao.Story.APPLICATIONS;
import static org.fapiaosuite.fapiao.Story.cny;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drafts, confirmations, and what becomes of the bills. */
@QuarkusTest
class ApplyingTest {

  private static final Map<String, Object> COMPANY =
      Map.of(
          "titleType", "ORGANIZATION",
          "name", "上海示例科技有限公司",
          "taxpayerId", "91310106552993944d",
          "address", "上海市浦东新区科苑路88号",
          "phone", "021-28986102",
          "bankName", "中国银行上海分行",
          "bankAccount", "4400 1234 5678 9012");

  private final Story story = new Story();
  @Inject TestClock clock;

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void several_bills_make_one_application() {
    String first = story.invoiceableBill("100.00");
    String second = story.invoiceableBill("0.09");
    String id = story.draft(Story.request(first, second));
    story
        .confirm(id)
        .then()
        .statusCode(200)
        .body("items.billId", contains(first, second))
        .body("items.netAmount.value", contains("94.34", "0.08"))
        .body("amount.value", equalTo("100.09"))
        .body("netAmount.value", equalTo("94.42"))
        .body("taxAmount.value", equalTo("5.67"))
        .body("fapiaoCount", equalTo(1));
    assertEquals("APPLIED", story.bill(first).getString("status"));
    assertEquals("APPLIED", story.bill(second).getString("status"));
  }

  @Test
  void a_part_leaves_the_rest_for_the_same_title() {
    String bill = story.invoiceableBill("1000.00");
    String id = story.draft(Story.partial(bill, "300.00"));
    story.confirm(id).then().statusCode(200);
    assertEquals("700.00", story.bill(bill).getString("invoiceableAmount.value"));

    Map<String, Object> other = Story.partial(bill, "100.00");
    other.put("buyer", Map.of("titleType", "INDIVIDUAL", "name", "李雷"));
    refused(other, 409, "other-title");
    refused(Story.partial(bill, "700.01"), 422, "validation");

    String rest = story.draft(Story.request(bill));
    story.confirm(rest).then().statusCode(200).body("amount.value", equalTo("700.00"));
    assertEquals("APPLIED", story.bill(bill).getString("status"));
  }

  @Test
  void a_cancelled_application_frees_its_bills_for_any_title() {
    String bill = story.invoiceableBill("1000.00");
    String id = story.draft(Story.partial(bill, "300.00"));
    story.confirm(id).then().statusCode(200);
    cancel(id).then().statusCode(200).body("status", equalTo("CANCELLED"));
    cancel(id).then().statusCode(200).body("status", equalTo("CANCELLED"));
    assertEquals("1000.00", story.bill(bill).getString("invoiceableAmount.value"));
    Map<String, Object> other = Story.request(bill);
    other.put("buyer", Map.of("titleType", "INDIVIDUAL", "name", "李雷"));
    story.confirm(story.draft(other)).then().statusCode(200);
    assertEquals(
        List.of("fapiao.application-submitted.v1", "fapiao.application-cancelled.v1"),
        Story.events(id).stream().map(event -> event.split(" ")[0]).toList());
  }

  @Test
  void a_draft_reserves_nothing_and_the_second_confirmation_is_told_who_holds_it() {
    String bill = story.invoiceableBill("10.00");
    String first = story.draft(Story.request(bill));
    String second = story.draft(Story.request(bill));
    story.confirm(first).then().statusCode(200);
    story
        .confirm(second)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:fapiaosuite:problem:already-applied"))
        .body("state", equalTo("SUBMITTED"))
        .body("detail", containsString("submitted"));
    refused(Story.request(bill), 409, "already-applied");
  }

  @Test
  void a_repeated_confirmation_answers_the_state() {
    String id = story.submitted(story.invoiceableBill("10.00"));
    String due = story.application(id).getString("dueAt");
    story.confirm(id).then().statusCode(200).body("dueAt", equalTo(due));
    assertEquals(1, Story.events(id).size());
  }

  @Test
  void a_bill_that_is_not_synchronised_cannot_be_applied_for() {
    String order = story.paidOrder("10.00");
    String bill = story.awaitBill(order, "SYNCHRONISING");
    refused(Story.request(bill), 409, "not-invoiceable")
        .then()
        .body("state", equalTo("SETTLEMENT_WINDOW"))
        .body("detail", containsString("three days"));
  }

  @Test
  void the_window_ends_to_the_second() {
    String bill = story.invoiceableBill("10.00");
    clock.set(Story.PAID_AT.plusSeconds(72 * 3600 - 1));
    refused(Story.request(bill), 409, "not-invoiceable");
    clock.set(Story.PAID_AT.plusSeconds(72 * 3600));
    story.draft(Story.request(bill));
  }

  @Test
  void a_strangers_bill_is_absent() {
    String bill = new Story().invoiceableBill("10.00");
    refused(Story.request(bill), 404, "not-found");
  }

  @Test
  void a_special_paper_fapiao_needs_all_six_fields() {
    String bill = story.invoiceableBill("1270.00");
    Map<String, Object> request = Story.request(bill);
    request.put("type", "SPECIAL");
    refused(request, 422, "validation")
        .then()
        .body("violations.field", contains("buyer.titleType"));
    request.put(
        "buyer",
        Map.of(
            "titleType", "ORGANIZATION",
            "name", "上海示例科技有限公司",
            "taxpayerId", "91310106552993944D"));
    refused(request, 422, "validation")
        .then()
        .body(
            "violations.field",
            contains("buyer.address", "buyer.phone", "buyer.bankName", "buyer.bankAccount"));
    request.put("buyer", COMPANY);
    story
        .customer()
        .body(request)
        .post(APPLICATIONS)
        .then()
        .statusCode(201)
        .body("buyer.taxpayerId", equalTo("91310106552993944D"))
        .body("buyer.bankAccount", equalTo("4400123456789012"));
  }

  @Test
  void a_special_electronic_fapiao_needs_name_and_id() {
    Map<String, Object> request = Story.request(story.invoiceableBill("1270.00"));
    request.put("type", "SPECIAL");
    request.put("medium", "ELECTRONIC");
    request.put("delivery", Map.of("method", "EMAIL", "recipient", "finance@contoso.example"));
    request.put(
        "buyer",
        Map.of(
            "titleType", "ORGANIZATION",
            "name", "上海示例科技有限公司",
            "taxpayerId", "91310106552993944D"));
    story.customer().body(request).post(APPLICATIONS).then().statusCode(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PURCHASE_CERTIFICATE", "REFUND"})
  void a_purchase_certificate_and_a_refund_need_the_payer_as_title(String purpose) {
    String bill = story.invoiceable(story.paidOrder("10.00", "上海示例（集团）有限公司", "Office 365"));
    Map<String, Object> request = Story.request(bill);
    request.put("purpose", purpose);
    refused(request, 422, "validation")
        .then()
        .body("violations.field", contains("buyer.name"))
        .body("violations[0].message", containsString("王小明"))
        .body("violations[0].message", containsString("上海示例（集团）有限公司"));
    Map<String, Object> buyer = new HashMap<>(COMPANY);
    buyer.put("name", " 上海示例(集团)有限公司 ");
    request.put("buyer", buyer);
    String id = story.draft(request);
    story.confirm(id).then().statusCode(200);
    Story.staff("CLERK")
        .get(Story.DESK + "/" + id)
        .then()
        .statusCode(200)
        .body("purposeEvidence.title", equalTo(" 上海示例(集团)有限公司 "))
        .body("purposeEvidence.payers", contains("上海示例（集团）有限公司"))
        .body("purposeEvidence.compared", equalTo("上海示例（集团）有限公司"));
  }

  @Test
  void odd_but_possible_values_are_warned_about() {
    Map<String, Object> request = Story.request(story.invoiceableBill("10.00"));
    request.put(
        "buyer",
        Map.of("titleType", "ORGANIZATION", "name", "王小明", "taxpayerId", "11010519491231002X"));
    Map<String, Object> delivery = Story.courier();
    delivery.put("region", "999999");
    request.put("delivery", delivery);
    story
        .customer()
        .header("Accept-Language", "de")
        .body(request)
        .post(APPLICATIONS)
        .then()
        .statusCode(201)
        .body("warnings.code", contains("person-taxpayer-id", "person-name", "unknown-region"))
        .body("warnings.field", hasItem("delivery.region"))
        .body("warnings[2].message", containsString("Region"));
  }

  @Test
  void a_draft_is_edited_with_the_version_that_was_read() {
    String bill = story.invoiceableBill("10.00");
    String id = story.draft(Story.request(bill));
    Map<String, Object> changed = Story.request(bill);
    changed.put("buyer", Map.of("titleType", "INDIVIDUAL", "name", "李雷"));
    story.customer().body(changed).put(APPLICATIONS + "/" + id).then().statusCode(428);
    String tag = story.customer().get(APPLICATIONS + "/" + id).header("ETag");
    story
        .customer()
        .header("If-Match", "\"99-en\"")
        .body(changed)
        .put(APPLICATIONS + "/" + id)
        .then()
        .statusCode(412);
    Response edited =
        story.customer().header("If-Match", tag).body(changed).put(APPLICATIONS + "/" + id);
    edited.then().statusCode(200).body("buyer.name", equalTo("李雷"));
    assertNotEquals(tag, edited.header("ETag"));
    story
        .customer()
        .header("If-Match", tag)
        .post(APPLICATIONS + "/" + id + "/confirmation")
        .then()
        .statusCode(412);
    story
        .customer()
        .header("If-None-Match", edited.header("ETag"))
        .get(APPLICATIONS + "/" + id)
        .then()
        .statusCode(304);
  }

  @Test
  void a_draft_is_not_replaced_by_one_that_could_not_be_saved() {
    String bill = story.invoiceableBill("10.00");
    String id = story.draft(Story.request(bill));
    Map<String, Object> changed = Story.request(bill);
    changed.put("buyer", Map.of("titleType", "INDIVIDUAL", "name", ""));

    story
        .customer()
        .header("If-Match", "*")
        .body(changed)
        .put(APPLICATIONS + "/" + id)
        .then()
        .statusCode(422)
        .body("violations.field", contains("buyer.name"));
  }

  @Test
  void a_draft_is_discarded_with_the_version_that_was_read() {
    // Given
    String id = story.draft(Story.request(story.invoiceableBill("10.00")));
    String tag = story.customer().get(APPLICATIONS + "/" + id).header("ETag");
    story
        .customer()
        .header("If-Match", "\"99-en\"")
        .delete(APPLICATIONS + "/" + id)
        .then()
        .statusCode(412);

    // When
    story.customer().header("If-Match", tag).delete(APPLICATIONS + "/" + id).then().statusCode(204);

    // Then
    story.customer().get(APPLICATIONS + "/" + id).then().statusCode(404);
    story.customer().delete(APPLICATIONS + "/" + id).then().statusCode(404);
  }

  @Test
  void nobody_discards_the_draft_of_another() {
    String id = story.draft(Story.request(story.invoiceableBill("10.00")));

    new Story().customer().delete(APPLICATIONS + "/" + id).then().statusCode(404);

    story.customer().get(APPLICATIONS + "/" + id).then().statusCode(200);
  }

  @Test
  void the_address_can_be_changed_until_it_is_mailed_out() {
    String id = story.issued(story.invoiceableBill("10.00"));
    Map<String, Object> delivery = Story.courier();
    delivery.put("address", "世纪大道100号");
    story
        .customer()
        .body(delivery)
        .put(APPLICATIONS + "/" + id + "/delivery")
        .then()
        .statusCode(428);
    String tag = story.customer().get(APPLICATIONS + "/" + id).header("ETag");
    story
        .customer()
        .header("If-Match", tag)
        .body(delivery)
        .put(APPLICATIONS + "/" + id + "/delivery")
        .then()
        .statusCode(200)
        .body("delivery.address", equalTo("世纪大道100号"));
    Story.staff("CLERK")
        .body(Map.of("carrier", "SF", "waybill", "SF1234567890123"))
        .post(Story.DESK + "/" + id + "/mail-out")
        .then()
        .statusCode(200);
    story
        .customer()
        .header("If-Match", "*")
        .body(delivery)
        .put(APPLICATIONS + "/" + id + "/delivery")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:fapiaosuite:problem:cannot-change-delivery"))
        .body("state", equalTo("MAILED_OUT"));
  }

  @Test
  void a_key_makes_a_request_count_once() {
    String bill = story.invoiceableBill("10.00");
    String key = "k-" + bill;
    Response first = create(key, Story.request(bill));
    Response again = create(key, Story.request(bill));
    assertEquals(201, again.statusCode());
    assertEquals(first.asString(), again.asString());
    assertEquals(first.header("Location"), again.header("Location"));
    create(key, Story.partial(bill, "5.00"))
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:fapiaosuite:problem:idempotency-key-reused"));
    create("x".repeat(256), Story.request(bill)).then().statusCode(422);
    create(" ", Story.request(bill)).then().statusCode(422);
  }

  @Test
  void the_next_application_begins_with_the_previous_one() {
    String bill = story.invoiceable(story.paidOrder("10.00", "王小明", "Office 365"));
    defaults(bill)
        .then()
        .body("source", equalTo("PAYER"))
        .body("buyer.titleType", equalTo("INDIVIDUAL"))
        .body("buyer.name", equalTo("王小明"));
    Map<String, Object> title = new HashMap<>(COMPANY);
    title.put("default", true);
    story.customer().body(title).post("/api/v1/titles").then().statusCode(201);
    defaults(bill)
        .then()
        .body("source", equalTo("DEFAULT_TITLE"))
        .body("buyer.name", equalTo("上海示例科技有限公司"));
    story.submitted(bill);
    defaults(story.invoiceableBill("20.00"))
        .then()
        .body("source", equalTo("PREVIOUS_APPLICATION"))
        .body("buyer.name", equalTo("王小明"))
        .body("delivery.address", containsString("科苑路88号"));
  }

  @Test
  void lists_are_paged_newest_first() {
    String one = story.draft(Story.request(story.invoiceableBill("1.00")));
    String two = story.draft(Story.request(story.invoiceableBill("2.00")));
    Response page = story.customer().get(APPLICATIONS + "?limit=1");
    page.then().statusCode(200).body("items.id", contains(two));
    story
        .customer()
        .get(APPLICATIONS + "?limit=1&cursor=" + page.path("nextCursor"))
        .then()
        .body("items.id", contains(one))
        .body("nextCursor", equalTo(null));
    story.customer().get(APPLICATIONS + "?cursor=nonsense").then().statusCode(422);
    story.customer().get("/api/v1/bills?status=NONSENSE").then().statusCode(422);
    story.customer().get("/api/v1/bills?limit=101").then().statusCode(422);
    story
        .customer()
        .get("/api/v1/bills?status=INVOICEABLE")
        .then()
        .body("items.amount.value", contains("2.00", "1.00"))
        .body("items.amount", not(hasItem(cny("3.00"))));
  }

  private Response create(String key, Map<String, Object> request) {
    return story.customer().header("Idempotency-Key", key).body(request).post(APPLICATIONS);
  }

  private Response defaults(String bill) {
    return story.customer().get("/api/v1/bills/" + bill + "/application-defaults");
  }

  private Response cancel(String id) {
    return story.customer().post(APPLICATIONS + "/" + id + "/cancellation");
  }

  private Response refused(Map<String, Object> request, int status, String slug) {
    Response answer = story.customer().body(request).post(APPLICATIONS);
    answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:fapiaosuite:problem:" + slug));
    return answer;
  }
}
