package org.fapiaosuite.fapiao.erasure;

import static org.awaitility.Awaitility.await;
import static org.fapiaosuite.fapiao.Story.APPLICATIONS;
import static org.fapiaosuite.fapiao.Story.DESK;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.fapiao.support.CaseFilesTest;
import org.fapiaosuite.messaging.IncomingEvent;
import org.fapiaosuite.testkit.Broker;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is left here of a customer whose account was erased. */
@QuarkusTest
class ErasedAccountTest {

  private static final Duration TEN_YEARS = Duration.ofDays(3653);
  private static final Map<String, Object> COMPANY =
      Map.of(
          "titleType", "ORGANIZATION",
          "name", "上海遗忘科技有限公司",
          "taxpayerId", "91350100M000100Y43",
          "address", "遗忘路1号",
          "phone", "021-50000001",
          "bankName", "中国银行上海分行",
          "bankAccount", "6222000000000001");

  /** Of {@code finance@contoso.example}, who pays the stories' orders. */
  private static final String DIGEST =
      "7d8f3dcf255d3239de02c0dadf337ff9ce276f33c34e8af0c20221d8c1d69717";

  private final Story story = new Story();
  @Inject TestClock clock;
  @Inject Forgetting forgetting;

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void titles_drafts_and_remembered_answers_are_gone_for_this_account_alone() {
    // Given
    Story colleague = new Story();
    for (Story owner : List.of(story, colleague)) {
      owner.customer().body(COMPANY).post("/api/v1/titles").then().statusCode(201);
      owner
          .customer()
          .header("Idempotency-Key", "one")
          .body(Story.request(owner.invoiceableBill("10.00")))
          .post(APPLICATIONS)
          .then()
          .statusCode(201);
    }

    // When
    erase(story);

    // Then
    assertEquals("0 0 0", rows(story));
    assertEquals("1 1 1", rows(colleague));
  }

  @Test
  void where_an_ended_application_went_is_a_pseudonym_and_its_printed_buyer_is_kept() {
    // Given
    String ended = completed("SPECIAL");

    // When
    erase(story);

    // Then
    JsonPath kept = story.application(ended);
    assertTrue(kept.getString("delivery.recipient").matches("erased-[0-9a-f]{12}"));
    assertTrue(kept.getString("delivery.phone").matches("erased-[0-9a-f]{12}"));
    assertTrue(kept.getString("delivery.address").matches("erased-[0-9a-f]{12}"));
    assertNull(kept.getString("delivery.region"));
    assertEquals(COMPANY, kept.getMap("buyer"));
    assertEquals("0", rowsThatName("13800138000"));
  }

  @Test
  void one_address_has_one_pseudonym_and_another_address_another() {
    // Given
    String one = completed("ORDINARY");
    String two = completed("ORDINARY");

    // When
    erase(story);

    // Then
    JsonPath first = story.application(one);
    assertEquals(
        first.getString("delivery.address"), story.application(two).getString("delivery.address"));
    assertNotEquals(first.getString("delivery.address"), first.getString("delivery.recipient"));
  }

  @Test
  void of_the_buyer_of_an_ordinary_fapiao_name_and_taxpayer_id_are_kept() {
    // Given
    String ended = completed("ORDINARY");

    // When
    erase(story);

    // Then
    JsonPath kept = story.application(ended);
    assertEquals(COMPANY.get("name"), kept.getString("buyer.name"));
    assertEquals(COMPANY.get("taxpayerId"), kept.getString("buyer.taxpayerId"));
    for (String field : List.of("address", "phone", "bankName", "bankAccount")) {
      assertNull(kept.getString("buyer." + field), field);
    }
  }

  @Test
  void the_buyer_of_an_application_that_came_to_no_fapiao_is_forgotten_at_once() {
    // Given
    String cancelled = story.submitted(story.invoiceableBill("10.00"));
    story.customer().post(APPLICATIONS + "/" + cancelled + "/cancellation").then().statusCode(200);

    // When
    erase(story);

    // Then
    assertTrue(story.application(cancelled).getString("buyer.name").matches("erased-[0-9a-f]{12}"));
  }

  @Test
  void an_open_application_is_carried_out_and_its_recipient_forgotten_when_it_ends() {
    // Given
    String open = story.submitted(story.invoiceableBill("10.00"));
    erase(story);
    assertEquals("王小明", story.application(open).getString("delivery.recipient"));
    assertEquals("SUBMITTED", story.application(open).getString("status"));

    // When
    Story.staff("CLERK").post(DESK + "/" + open + "/acceptance").then().statusCode(200);
    Story.issue(open, Story.number()).then().statusCode(200);
    deliver(open);
    forgetting.again();

    // Then
    assertTrue(
        story.application(open).getString("delivery.recipient").matches("erased-[0-9a-f]{12}"));
    assertEquals("王小明", story.application(open).getString("buyer.name"));
  }

  @Test
  void a_parcel_of_which_nobody_tells_is_under_way_for_ninety_days() {
    // Given
    String sent = story.issued(story.invoiceableBill("10.00"));
    mailOut(sent);
    erase(story);

    // When
    clock.advance(Duration.ofDays(89));
    forgetting.again();

    // Then
    assertEquals("王小明", story.application(sent).getString("delivery.recipient"));

    // When
    clock.advance(Duration.ofDays(2));
    forgetting.again();

    // Then
    assertTrue(
        story.application(sent).getString("delivery.recipient").matches("erased-[0-9a-f]{12}"));
  }

  @Test
  void after_ten_years_nothing_is_left_of_the_buyer_either() {
    // Given
    String ended = completed("SPECIAL");
    erase(story);

    // When
    clock.advance(TEN_YEARS.minusDays(1));
    forgetting.again();

    // Then
    assertEquals(COMPANY.get("name"), story.application(ended).getString("buyer.name"));

    // When
    clock.advance(Duration.ofDays(2));
    forgetting.again();

    // Then
    JsonPath left = story.application(ended);
    assertTrue(left.getString("buyer.name").matches("erased-[0-9a-f]{12}"));
    assertNull(left.getString("buyer.taxpayerId"));
    assertEquals("1270.00", left.getString("amount.value"));
    assertEquals(
        "0",
        Database.query(
            "SELECT count(*) FROM erased_account WHERE account_id = '" + story.accountId + "'"));
  }

  @Test
  void a_draft_that_was_being_written_meanwhile_goes_with_the_next_look() {
    // Given
    erase(story);
    story.draft(Story.request(story.invoiceableBill("10.00")));

    // When
    forgetting.again();

    // Then
    assertEquals("0 0 0", rows(story));
  }

  @Test
  void the_payer_of_a_bill_that_came_to_no_fapiao_is_forgotten_at_once() {
    // Given
    String bill = story.invoiceableBill("10.00");

    // When
    erasePayer();

    // Then
    assertTrue(story.bill(bill).getString("payerName").matches("erased-[0-9a-f]{12}"));
    story
        .customer()
        .get("/api/v1/bills/" + bill + "/application-defaults")
        .then()
        .statusCode(200)
        .body("buyer.name", equalTo(""));
  }

  @Test
  void the_payer_of_an_open_application_is_forgotten_when_it_ends_without_a_fapiao() {
    // Given
    String bill = story.invoiceableBill("10.00");
    String open = story.submitted(bill);
    erasePayer();
    assertEquals("上海示例科技有限公司", story.bill(bill).getString("payerName"));
    Story.staff("CLERK")
        .body(Map.of("reason", "x"))
        .post(DESK + "/" + open + "/rejection")
        .then()
        .statusCode(200);

    // When
    forgetting.again();

    // Then
    assertTrue(story.bill(bill).getString("payerName").matches("erased-[0-9a-f]{12}"));
  }

  @Test
  void the_payer_of_an_invoiced_bill_is_kept_for_ten_years() {
    // Given
    String bill = story.invoiceableBill("10.00");
    story.issued(bill);
    erasePayer();

    // When
    clock.advance(TEN_YEARS.minusDays(1));
    forgetting.again();

    // Then
    assertEquals("上海示例科技有限公司", story.bill(bill).getString("payerName"));

    // When
    clock.advance(Duration.ofDays(2));
    forgetting.again();

    // Then
    assertTrue(story.bill(bill).getString("payerName").matches("erased-[0-9a-f]{12}"));
    assertEquals(
        "0",
        Database.query(
            "SELECT count(*) FROM erased_payer WHERE account_id = '" + story.accountId + "'"));
  }

  @Test
  void the_bills_that_another_one_paid_for_the_customer_keep_their_name() {
    // Given
    String bill = story.invoiceableBill("10.00");

    // When
    erase(story, "[\"%s\"]".formatted(story.customerId), "0".repeat(64));

    // Then
    assertEquals("上海示例科技有限公司", story.bill(bill).getString("payerName"));
  }

  @Test
  void of_a_support_case_the_fact_is_left_and_no_word_or_title() {
    // Given
    Map<String, Object> asked =
        Map.of(
            "kind",
            "TITLE_CHANGE",
            "applicationId",
            story.issued(story.invoiceableBill("10.00")),
            "text",
            "My name is wrong.",
            "newTitle",
            COMPANY);
    String id = story.customer().body(asked).post("/api/v1/support-cases").path("id");
    byte[] pdf = CaseFilesTest.ofType("application/pdf", 100);
    CaseFilesTest.form(story.customer(), "file", "a.pdf", pdf)
        .post("/api/v1/support-cases/" + id + "/files")
        .then()
        .statusCode(200);

    // When
    erase(story);

    // Then
    assertEquals(
        "0", Database.query("SELECT count(*) FROM support_file WHERE case_id = '" + id + "'"));
    JsonPath left =
        Story.staff("CLERK").get("/api/v1/service-centre/support-cases/" + id).jsonPath();
    assertEquals("CLOSED", left.getString("status"));
    assertEquals("TITLE_CHANGE", left.getString("kind"));
    assertNull(left.getString("messages[0].text"));
    assertTrue(left.getString("newTitle.name").matches("erased-[0-9a-f]{12}"));
    assertNull(left.getString("newTitle.taxpayerId"));
  }

  @Test
  void every_example_of_account_service_is_understood() throws IOException {
    Path examples = Path.of("../account-service/src/contracts/examples");
    try (var files = Files.list(examples)) {
      List<Path> found =
          files
              .filter(file -> file.getFileName().toString().startsWith("account.erased.v1"))
              .toList();
      assertFalse(found.isEmpty());
      for (Path example : found) {
        IncomingEvent event =
            new IncomingEvent(
                "1", "type", "/test", "key", Instant.EPOCH, 0, Files.readString(example));
        UUID.fromString(event.dataAs(AccountErased.class).accountId());
      }
    }
  }

  private String completed(String type) {
    Map<String, Object> request = Story.request(story.invoiceableBill("1270.00"));
    request.put("type", type);
    request.put("buyer", COMPANY);
    String id = story.draft(request);
    story.confirm(id).then().statusCode(200);
    Story.staff("CLERK").post(DESK + "/" + id + "/acceptance").then().statusCode(200);
    Story.issue(id, type.equals("SPECIAL") ? "3100261130" : "3100261320", Story.number())
        .then()
        .statusCode(200);
    deliver(id);
    return id;
  }

  private static void deliver(String id) {
    mailOut(id);
    Story.staff("CLERK")
        .body(Map.of("outcome", "DELIVERED"))
        .post(DESK + "/" + id + "/delivery-outcome")
        .then()
        .statusCode(200);
  }

  private static void mailOut(String id) {
    Story.staff("CLERK")
        .body(Map.of("carrier", "SF", "waybill", "SF1234567890123"))
        .post(DESK + "/" + id + "/mail-out")
        .then()
        .statusCode(200);
  }

  /** Whoever pays the stories' orders. */
  private void erasePayer() {
    erase(story, "[\"%s\"]".formatted(story.customerId), DIGEST);
  }

  private static void erase(Story owner) {
    erase(owner, "[]", "0".repeat(64));
  }

  /** Account-service tells of it; this service has heard when this returns. */
  private static void erase(Story owner, String customers, String digest) {
    String account = owner.accountId.toString();
    Broker.publish(
        "account.events",
        account,
        "account.erased.v1",
        "{\"accountId\":\"%s\",\"customerIds\":%s,\"emailDigest\":\"%s\"}"
            .formatted(account, customers, digest));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                Database.query(
                    "SELECT count(*) FROM erased_account WHERE account_id = '" + account + "'"),
            "1"::equals);
  }

  /** Titles, drafts and remembered answers. */
  private static String rows(Story owner) {
    return Database.query(
        """
        SELECT concat_ws(' ',
          (SELECT count(*) FROM title WHERE account_id = '%1$s'),
          (SELECT count(*) FROM application WHERE account_id = '%1$s' AND status = 'DRAFT'),
          (SELECT count(*) FROM idempotent_answer WHERE caller = '%1$s'))
        """
            .formatted(owner.accountId));
  }

  private String rowsThatName(String text) {
    return Database.query(
        "SELECT count(*) FROM application a WHERE account_id = '%s' AND strpos(a::text, '%s') > 0"
            .formatted(story.accountId, text));
  }
}
