package org.fapiaosuite.fapiao.correction;

import static org.fapiaosuite.fapiao.correction.CorrectionSteps.act;
import static org.fapiaosuite.fapiao.correction.CorrectionSteps.company;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.fapiao.contracts.Contract;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each way the law knows, from the wrong Fapiao to the right one. */
@QuarkusTest
class CorrectionStoryTest {

  /** Noon in China, in the month in which the Fapiao of these stories are issued. */
  private static final Instant NOVEMBER = Instant.parse("2026-11-20T04:00:00Z");

  /** The last minute of that month in China. */
  private static final Instant LAST_MINUTE = Instant.parse("2026-11-30T15:59:00Z");

  private static final Instant DECEMBER = Instant.parse("2026-12-01T04:00:00Z");

  private final CorrectionSteps steps = new CorrectionSteps();
  @Inject TestClock clock;
  @Inject DeficitWatch watch;

  @BeforeEach
  void in_november() {
    clock.set(NOVEMBER);
  }

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void a_title_change_in_the_month_of_issue_is_a_void_and_a_new_one() {
    // Given
    String fapiao = steps.ordinary("1270.00");
    assertEquals("COPIES_OR_PROOF", steps.ask(fapiao, false).getString("waitingFor"));

    // When the copy is back, and the void approved and done
    steps
        .checkIn(fapiao, "2026-11-20", "INVOICE")
        .then()
        .statusCode(200)
        .body("status", equalTo("RETURNING"))
        .body("copies.received", contains("INVOICE"));
    assertEquals("VOID", steps.ask(fapiao, false).getString("decision"));
    steps.prepareVoid(fapiao).then().statusCode(202).body("status", equalTo("PREPARED"));
    steps.approve(fapiao).then().statusCode(200).body("status", equalTo("APPROVED"));
    steps.record(fapiao, "2026-11-20").then().statusCode(200).body("status", equalTo("VOIDED"));

    // Then it is void, and told
    JsonPath voided = steps.fapiao(fapiao);
    assertEquals("VOIDED", voided.getString("status"));
    assertEquals("1270.00", voided.getString("reversedAmount.value"));
    assertEquals("1270.00", steps.bill(fapiao).getString("invoiceableAmount.value"));
    String former = voided.getString("applicationId");
    told(former, "fapiao.voided.v1");

    // When it is reissued under another title
    JsonPath again =
        steps
            .reissue(fapiao, Map.of("buyer", company("北京示例科技有限公司")))
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();

    // Then a new application has a promise of its own, linked both ways
    String id = again.getString("id");
    assertEquals("SUBMITTED", again.getString("status"));
    assertEquals(fapiao, again.getString("reissueOf"));
    assertEquals("北京示例科技有限公司", again.getString("buyer.name"));
    assertEquals("2026-11-24T09:30:00Z", again.getString("dueAt"));
    assertEquals(id, steps.fapiao(fapiao).getString("replacedBy"));
    told(id, "fapiao.reissued.v1");
    assertEquals("APPLIED", steps.bill(fapiao).getString("status"));
    steps
        .story
        .customer()
        .get(Story.APPLICATIONS + "/" + former + "/progress")
        .then()
        .body(
            "items.remark",
            hasItems(
                "Returned Fapiao checked in",
                "Fapiao declared void",
                "A new Fapiao is being issued in its place"));
    String blue = steps.issued(id, "3100261320", Story.number());
    assertEquals("ISSUED", steps.fapiao(blue).getString("status"));
    assertEquals("ISSUED", steps.bill(blue).getString("status"));
    // the former one is not to be mailed any more
    steps
        .clerk()
        .body(Map.of("carrier", "SF", "waybill", "SF1234567890123"))
        .post(Story.DESK + "/" + former + "/mail-out")
        .then()
        .statusCode(409)
        .body("type", containsString("fapiao-reversed"));
  }

  @Test
  void after_the_month_of_issue_it_is_a_red_letter() {
    // Given
    String fapiao = steps.ordinary("1270.00");
    clock.set(DECEMBER);
    steps.checkIn(fapiao, "2026-12-01", "INVOICE").then().statusCode(200);
    JsonPath decision = steps.ask(fapiao, false);
    assertEquals("RED_LETTER", decision.getString("decision"));
    assertEquals("OTHER_MONTH", decision.getString("reasons[0].code"));

    // When
    steps.prepareVoid(fapiao).then().statusCode(409).body("state", equalTo("RED_LETTER"));
    steps
        .prepareRed(fapiao, Map.of("reason", "ISSUE_ERROR"))
        .then()
        .statusCode(202)
        .body("remark", containsString("对应正数发票代码:3100261320号码:"));
    steps.approve(fapiao).then().statusCode(200);
    String red = Story.number();
    steps
        .recordRed(fapiao, "2026-12-01", "3100261320", red)
        .then()
        .statusCode(200)
        .body("status", equalTo("RED_LETTERED"));

    // Then both are listed, the red letter below zero
    JsonPath blue = steps.fapiao(fapiao);
    assertEquals("RED_LETTERED", blue.getString("status"));
    assertEquals("BLUE", blue.getString("kind"));
    String letter = blue.getString("redLetters[0]");
    JsonPath reversing = steps.fapiao(letter);
    assertEquals("RED", reversing.getString("kind"));
    assertEquals(fapiao, reversing.getString("reverses"));
    assertEquals(red, reversing.getString("number"));
    assertEquals("-1270.00", reversing.getString("amount.value"));
    assertEquals("-1198.11", reversing.getString("netAmount.value"));
    assertEquals("-71.89", reversing.getString("taxAmount.value"));
    steps.story.customer().get("/api/v1/fapiaos").then().body("items.id", contains(letter, fapiao));
    told(blue.getString("applicationId"), "fapiao.red-lettered.v1");
    // and what is free can be applied for again, by the customer themselves, under any title
    String bill = steps.bill(fapiao).getString("id");
    String again = steps.story.draft(Story.request(bill));
    steps.story.confirm(again).then().statusCode(200).body("amount.value", equalTo("1270.00"));
  }

  @Test
  void copies_back_on_the_last_day_and_approved_on_the_first_is_no_void() {
    // Given
    String fapiao = steps.ordinary("100.00");
    clock.set(LAST_MINUTE);
    steps.checkIn(fapiao, "2026-11-30", "INVOICE").then().statusCode(200);
    steps.prepareVoid(fapiao).then().statusCode(202);

    // When
    clock.set(DECEMBER);

    // Then
    steps
        .approve(fapiao)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:fapiaosuite:problem:other-correction"))
        .body("state", equalTo("RED_LETTER"))
        .body("detail", containsString("国税发〔2006〕156号"));
    act(steps.lead(), fapiao, "approval", Map.of("approve", false, "reason", "Too late."))
        .then()
        .statusCode(200)
        .body("status", equalTo("REFUSED"));
    steps.prepareRed(fapiao, Map.of("reason", "ISSUE_ERROR")).then().statusCode(202);
    steps.approve(fapiao).then().statusCode(200);
  }

  @Test
  void approved_in_the_month_and_done_after_it_is_no_void_either() {
    // Given
    String fapiao = steps.ordinary("100.00");
    clock.set(LAST_MINUTE);
    steps.checkIn(fapiao, "2026-11-30", "INVOICE").then().statusCode(200);
    steps.prepareVoid(fapiao).then().statusCode(202);
    steps.approve(fapiao).then().statusCode(200);

    // When
    clock.set(DECEMBER);

    // Then what was done in time counts, and nothing else
    steps.record(fapiao, "2026-12-01").then().statusCode(409).body("state", equalTo("RED_LETTER"));
    steps.record(fapiao, "2026-11-30").then().statusCode(200).body("status", equalTo("VOIDED"));
  }

  @Test
  void an_electronic_one_that_was_used_needs_a_form_which_lapses_and_is_entered_again() {
    // Given
    String fapiao = steps.electronic("1270.00");
    assertEquals("RED_LETTER_WITH_FORM", steps.ask(fapiao, true).getString("decision"));
    String first = CorrectionSteps.form20();
    steps
        .prepareRed(fapiao, used(first, "02"))
        .then()
        .statusCode(202)
        .body("form.lapsesAt", equalTo("2026-11-23T04:00:00Z"));
    steps.approve(fapiao).then().statusCode(200).body("status", equalTo("APPROVED"));
    assertEquals("FORM_CONFIRMATION", steps.ask(fapiao, true).getString("waitingFor"));
    steps
        .recordRed(fapiao, "2026-11-20", null, CorrectionSteps.unified())
        .then()
        .statusCode(409)
        .body("state", equalTo("WAIT"));

    // When nobody confirms it within 72 hours
    clock.set(NOVEMBER.plus(Duration.ofHours(72)).plusMillis(1));

    // Then it is worth nothing, and another one is entered, confirmed, and done
    steps
        .recordRed(fapiao, "2026-11-23", null, CorrectionSteps.unified())
        .then()
        .statusCode(409)
        .body("type", containsString("form-lapsed"));
    String second = CorrectionSteps.form20();
    steps.prepareRed(fapiao, used(second, "03")).then().statusCode(202);
    steps.approve(fapiao).then().statusCode(200);
    steps
        .prepareRed(fapiao, used(second, "04"))
        .then()
        .statusCode(202)
        .body("status", equalTo("APPROVED"))
        .body("remark", containsString("红字发票信息确认单编号：" + second));
    steps
        .recordRed(fapiao, "2026-11-23", null, CorrectionSteps.unified())
        .then()
        .statusCode(200)
        .body("fapiao.status", equalTo("RED_LETTERED"));
    steps
        .clerk()
        .get("/api/v1/service-centre/corrections?fapiaoId=" + fapiao)
        .then()
        .body("items.status", contains("LAPSED", "RED_LETTERED"));
  }

  @Test
  void a_special_one_on_paper_that_was_deducted_comes_on_the_buyers_form_and_stays_there() {
    // Given
    String fapiao = steps.specialOnPaper("1270.00");
    JsonPath decision = steps.ask(fapiao, true);
    assertEquals("RED_LETTER_WITH_FORM", decision.getString("decision"));
    assertTrue(decision.getList("reasons.code").contains("BUYER_FILES"));
    assertEquals("COPIES", steps.ask(fapiao, false).getString("waitingFor"));
    String form = CorrectionSteps.form16();
    steps.prepareRed(fapiao, used(form, "03")).then().statusCode(202);
    steps.approve(fapiao).then().statusCode(200);

    // When it takes the buyer's bureau a month
    clock.set(NOVEMBER.plus(Duration.ofDays(30)));

    // Then the form is as good as on the first day, and nothing came back
    steps.prepareRed(fapiao, used(form, "04")).then().statusCode(202);
    steps
        .recordRed(fapiao, "2026-12-20", "3100261130", Story.number())
        .then()
        .statusCode(200)
        .body("remark", equalTo("开具红字增值税专用发票信息表编号" + form));
    assertEquals(List.of(), steps.fapiao(fapiao).getList("copies.received"));
  }

  @Test
  void an_ordinary_one_on_paper_goes_with_the_buyers_proof_alone() {
    String fapiao = steps.ordinary("100.00");
    act(
            steps.clerk(),
            fapiao,
            "return-check-in",
            Map.of(
                "copies",
                List.of(),
                "proof",
                Map.of("kind", "BUYER_STATEMENT", "reference", "File 17"),
                "receivedOn",
                "2026-11-20"))
        .then()
        .statusCode(200)
        .body("copies.proof.reference", equalTo("File 17"));

    assertEquals("RED_LETTER", steps.ask(fapiao, false).getString("decision"));
    steps.prepareRed(fapiao, Map.of("reason", "SALES_RETURN")).then().statusCode(202);
    steps.approve(fapiao).then().statusCode(200);
    steps
        .recordRed(fapiao, "2026-11-20", "3100261320", Story.number())
        .then()
        .statusCode(200)
        .body("fapiao.status", equalTo("RED_LETTERED"));
  }

  @Test
  void a_lost_parcel_is_never_void_and_ends_in_a_red_letter_and_a_new_one() {
    // Given
    String fapiao = steps.ordinary("100.00");
    Map<String, Object> lost =
        Map.of("copies", List.of(), "lost", true, "receivedOn", "2026-11-20");
    act(steps.clerk(), fapiao, "return-check-in", lost).then().statusCode(200);
    assertEquals("PROOF", steps.ask(fapiao, false).getString("waitingFor"));
    steps.prepareVoid(fapiao).then().statusCode(409).body("state", equalTo("WAIT"));

    // When
    act(
            steps.clerk(),
            fapiao,
            "return-check-in",
            Map.of(
                "copies",
                List.of(),
                "lost",
                true,
                "proof",
                Map.of("kind", "BUYER_STATEMENT", "reference", "File 18"),
                "receivedOn",
                "2026-11-20"))
        .then()
        .statusCode(200);

    // Then
    assertEquals("RED_LETTER", steps.ask(fapiao, false).getString("decision"));
    steps.prepareRed(fapiao, Map.of("reason", "ISSUE_ERROR")).then().statusCode(202);
    steps.approve(fapiao).then().statusCode(200);
    steps.recordRed(fapiao, "2026-11-20", "3100261320", Story.number()).then().statusCode(200);
    steps
        .reissue(fapiao, Map.of())
        .then()
        .statusCode(201)
        .body("buyer.name", equalTo("王小明"))
        .body("amount.value", equalTo("100.00"));
  }

  @Test
  void a_lost_parcel_without_a_new_one_is_answered_by_a_stamped_copy() {
    String fapiao = steps.ordinary("100.00");

    act(
            steps.clerk(),
            fapiao,
            "return-check-in",
            Map.of(
                "copies",
                List.of(),
                "lost",
                true,
                "stampedCopyWaybill",
                "sf 1234567890123",
                "receivedOn",
                "2026-11-20"))
        .then()
        .statusCode(200)
        .body("copies.lost", equalTo(true))
        .body("copies.stampedCopyWaybill", equalTo("SF1234567890123"));

    assertEquals("100.00", steps.fapiao(fapiao).getString("amount.value"));
    assertEquals("0.00", steps.fapiao(fapiao).getString("reversedAmount.value"));
  }

  @Test
  void a_refund_after_the_issue_is_a_deficit_until_a_red_letter_takes_it_back()
      throws SQLException {
    // Given
    String fapiao = steps.electronic("1270.00");
    String order = steps.order(fapiao);
    steps.story.refunded(order, "270.00");
    steps.story.awaitBill(order, "deficitAmount.value", "270.00");
    String bill = steps.bill(fapiao).getString("id");
    assertTrue(steps.bill(fapiao).getString("deficitText").contains("270.00 yuan were refunded"));
    deficits().body("items.billId", hasItem(bill));
    // and staff are told, once
    while (watch.tell() > 0) {
      // what other tests left behind comes first
    }
    assertEquals(1, toldOf(order).size());
    Contract.assertKept(DeficitFound.TYPE, toldOf(order).get(0));

    // When
    Map<String, Object> partial =
        Map.of(
            "reason",
            "SALES_RETURN",
            "amount",
            Story.cny("270.00"),
            "form",
            Map.of("number", CorrectionSteps.form20(), "state", "01"));
    steps.prepareRed(fapiao, partial).then().statusCode(202);
    deficits().body("items.billId", hasItem(bill));
    steps.approve(fapiao).then().statusCode(200);
    steps.recordRed(fapiao, "2026-11-20", null, CorrectionSteps.unified()).then().statusCode(200);

    // Then the Fapiao stays valid for the rest, and the deficit is closed
    JsonPath blue = steps.fapiao(fapiao);
    assertEquals("ISSUED", blue.getString("status"));
    assertEquals("270.00", blue.getString("reversedAmount.value"));
    assertNull(steps.bill(fapiao).getString("deficitAmount"));
    assertEquals("ISSUED", steps.bill(fapiao).getString("status"));
    deficits().body("items.billId", not(hasItem(bill)));
    // and the rest can go too, but no more than that
    steps
        .prepareRed(fapiao, Map.of("reason", "SALES_RETURN", "amount", Story.cny("1000.01")))
        .then()
        .statusCode(422);
    steps.reissue(fapiao, Map.of()).then().statusCode(409).body("state", equalTo("ISSUED"));
  }

  private ValidatableResponse deficits() {
    return steps.clerk().get("/api/v1/service-centre/deficits?limit=100").then().statusCode(200);
  }

  private static Map<String, Object> used(String form, String state) {
    return Map.of(
        "reason",
        "SALES_RETURN",
        "usedByBuyer",
        true,
        "form",
        Map.of("number", form, "state", state));
  }

  private static List<String> toldOf(String order) {
    return Database.query(
            "SELECT coalesce(string_agg(data, E'\\n' ORDER BY id), '') FROM outbox WHERE type = '"
                + DeficitFound.TYPE
                + "' AND data LIKE '%"
                + order
                + "%'")
        .lines()
        .toList();
  }

  private static void told(String application, String type) {
    List<String> events =
        Story.events(application).stream().filter(event -> event.startsWith(type + " ")).toList();
    assertEquals(1, events.size(), type);
    Contract.assertKept(type, events.get(0).substring(type.length() + 1));
  }
}
