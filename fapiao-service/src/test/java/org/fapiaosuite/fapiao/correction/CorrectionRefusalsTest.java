package org.fapiaosuite.fapiao.correction;

import static org.fapiaosuite.fapiao.correction.CorrectionSteps.act;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.fapiao.stock.Shelves;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestClock;
import org.fapiaosuite.testkit.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is not allowed, not possible any more, or not what was meant. */
@QuarkusTest
class CorrectionRefusalsTest {

  private static final String DAY = "2026-11-20";
  private static final String ABSENT = UUID.randomUUID().toString();

  private final CorrectionSteps steps = new CorrectionSteps();
  @Inject TestClock clock;

  @BeforeEach
  void in_november() {
    clock.set(Instant.parse("2026-11-20T04:00:00Z"));
  }

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void nobody_corrects_but_clerks_and_leads_and_a_lead_alone_approves() {
    List<String> acts =
        List.of(
            "return-check-in",
            "correction",
            "void",
            "red-letter",
            "approval",
            "reversal-record",
            "reissue");
    for (String role : List.of("ADMIN", "AUDITOR", "SUPPORT")) {
      for (String act : acts) {
        assertEquals(403, act(Story.staff(role), ABSENT, act, Map.of()).statusCode(), role + act);
      }
    }
    for (String list : List.of("fapiaos?number=1", "corrections", "deficits")) {
      String path = "/api/v1/service-centre/" + list;
      assertEquals(403, Story.staff("SUPPORT").get(path).statusCode(), list);
      assertEquals(200, Story.staff("AUDITOR").get(path).statusCode(), list);
    }
    assertEquals(403, act(steps.clerk(), ABSENT, "approval", Map.of()).statusCode());
  }

  @Test
  void an_absent_fapiao_is_not_found_by_any_of_them() {
    Map<String, Object> question =
        Map.of("declared", false, "usedByBuyer", false, "bookedByBuyer", false);
    steps.checkIn(ABSENT, DAY, "INVOICE").then().statusCode(404);
    act(steps.clerk(), ABSENT, "correction", question).then().statusCode(404);
    steps.prepareVoid(ABSENT).then().statusCode(404);
    steps.prepareRed(ABSENT, Map.of("reason", "ISSUE_ERROR")).then().statusCode(404);
    steps.approve(ABSENT).then().statusCode(404);
    steps.record(ABSENT, DAY).then().statusCode(404);
    steps.reissue(ABSENT, Map.of()).then().statusCode(404);
  }

  @Test
  void nobody_approves_what_they_prepared_but_they_may_take_it_back() {
    String fapiao = steps.electronic("10.00");
    UUID lead = UUID.randomUUID();
    String token = TestTokens.staff(lead, "LEAD");
    act(Story.as(token), fapiao, "red-letter", Map.of("reason", "ISSUE_ERROR"))
        .then()
        .statusCode(202);

    act(Story.as(token), fapiao, "approval", Map.of("approve", true))
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:fapiaosuite:problem:four-eyes"));
    act(steps.clerk(), fapiao, "approval", Map.of("approve", true)).then().statusCode(403);
    act(Story.as(token), fapiao, "approval", Map.of("approve", false)).then().statusCode(422);
    act(Story.as(token), fapiao, "approval", Map.of("approve", false, "reason", "By mistake."))
        .then()
        .statusCode(200)
        .body("status", equalTo("REFUSED"))
        .body("refusal", equalTo("By mistake."));
    problem(steps.approve(fapiao), 409, "nothing-prepared");
  }

  @Test
  void one_correction_is_open_at_a_time_and_nothing_is_recorded_before_the_approval() {
    String fapiao = steps.electronic("10.00");
    problem(steps.approve(fapiao), 409, "nothing-prepared");
    problem(steps.record(fapiao, DAY), 409, "nothing-prepared");
    Map<String, Object> part = Map.of("reason", "SALES_RETURN", "amount", Story.cny("4.00"));
    String id = steps.prepareRed(fapiao, part).then().statusCode(202).extract().path("id");

    assertEquals(id, steps.prepareRed(fapiao, part).path("id"));
    problem(steps.prepareRed(fapiao, Map.of("reason", "ISSUE_ERROR")), 409, "correction-open");
    problem(steps.prepareVoid(fapiao), 409, "correction-open");
    problem(steps.recordRed(fapiao, DAY, null, CorrectionSteps.unified()), 409, "nothing-prepared");
  }

  @Test
  void nothing_is_corrected_of_what_is_reversed_or_red() {
    String fapiao = steps.electronic("10.00");
    steps.prepareRed(fapiao, Map.of("reason", "ISSUE_ERROR")).then().statusCode(202);
    steps.approve(fapiao).then().statusCode(200);
    String number = CorrectionSteps.unified();
    String red =
        steps
            .recordRed(fapiao, DAY, null, number)
            .then()
            .statusCode(200)
            .extract()
            .path("redLetterId");

    assertEquals(200, steps.recordRed(fapiao, DAY, null, number).statusCode());
    for (String gone : List.of(fapiao, red)) {
      problem(steps.prepareRed(gone, Map.of("reason", "ISSUE_ERROR")), 409, "cannot-correct");
      problem(steps.checkIn(gone, DAY, "INVOICE"), 409, "cannot-correct");
      problem(
          act(
              steps.clerk(),
              gone,
              "correction",
              Map.of("declared", false, "usedByBuyer", false, "bookedByBuyer", false)),
          409,
          "cannot-correct");
    }
    problem(steps.reissue(red, Map.of()), 409, "not-reversed");
  }

  @Test
  void a_number_is_used_once_whether_blue_or_red() {
    // Given a blue one, and a red one of another Fapiao
    String blue = steps.electronic("10.00");
    String other = steps.electronic("10.00");
    String taken = CorrectionSteps.unified();
    red(other, taken, 200);

    // Then neither number is taken for a red letter, and the red one for no blue one
    red(blue, taken, 409);
    problem(
        steps.recordRed(blue, DAY, null, steps.fapiao(other).getString("number")),
        409,
        "fapiao-number-used");
    Map<String, Object> prepared =
        new HashMap<>(
            Map.of("reason", "ISSUE_ERROR", "numberScheme", "UNIFIED_20", "number", taken));
    prepared.put("issuedOn", DAY);
    problem(steps.prepareRed(steps.electronic("10.00"), prepared), 409, "fapiao-number-used");
    String bill = steps.story.invoiceableBill("10.00");
    Map<String, Object> request = CorrectionSteps.special(bill);
    request.put("medium", "ELECTRONIC");
    request.put("delivery", Map.of("method", "EMAIL", "recipient", "finance@contoso.example"));
    String application = steps.story.draft(request);
    steps.story.confirm(application).then().statusCode(200);
    steps.clerk().post(Story.DESK + "/" + application + "/acceptance").then().statusCode(200);
    Map<String, Object> entry = new HashMap<>(CorrectionSteps.numbered(null, taken));
    entry.put("issuedOn", DAY);
    problem(
        steps
            .clerk()
            .body(Map.of("fapiaos", List.of(entry)))
            .post(Story.DESK + "/" + application + "/issue"),
        409,
        "fapiao-number-used");
  }

  private void red(String fapiao, String number, int status) {
    steps.prepareRed(fapiao, Map.of("reason", "ISSUE_ERROR")).then().statusCode(202);
    steps.approve(fapiao).then().statusCode(200);
    steps.recordRed(fapiao, DAY, null, number).then().statusCode(status);
  }

  @Test
  void a_form_belongs_to_one_fapiao_and_is_of_the_right_kind() {
    String form = CorrectionSteps.form20();
    steps.prepareRed(steps.electronic("10.00"), form(form, "02")).then().statusCode(202);
    problem(steps.prepareRed(steps.electronic("10.00"), form(form, "02")), 409, "form-used");

    String electronic = steps.electronic("10.00");
    invalid(electronic, form(CorrectionSteps.form16(), "02"), "form.number");
    invalid(electronic, form(CorrectionSteps.form20(), "07"), "form.state");
    invalid(electronic, form(CorrectionSteps.form20(), "11"), "form.state");
    invalid(electronic, Map.of("reason", "SALES_RETURN", "usedByBuyer", true), "form");
    String special = steps.specialOnPaper("10.00");
    invalid(special, form("310101261100017", "04"), "form.number");
    String ordinary = steps.ordinary("10.00");
    steps.checkIn(ordinary, DAY, "INVOICE").then().statusCode(200);
    invalid(ordinary, form(CorrectionSteps.form16(), "04"), "form");
  }

  private void invalid(String fapiao, Map<String, Object> body, String field) {
    steps.prepareRed(fapiao, body).then().statusCode(422).body("violations.field", hasItem(field));
  }

  private static Map<String, Object> form(String number, String state) {
    return Map.of(
        "reason",
        "SALES_RETURN",
        "usedByBuyer",
        true,
        "form",
        Map.of("number", number, "state", state));
  }

  @Test
  void amounts_days_and_numbers_are_checked() {
    String fapiao = steps.electronic("10.00");
    String refund = "SALES_RETURN";
    invalid(fapiao, Map.of("reason", refund, "amount", Story.cny("10.01")), "amount");
    invalid(fapiao, Map.of("reason", refund, "amount", Story.cny("0.00")), "amount");
    invalid(fapiao, Map.of("reason", "ISSUE_ERROR", "amount", Story.cny("9.99")), "amount");
    invalid(fapiao, Map.of("reason", refund, "issuedOn", DAY), "number");
    invalid(fapiao, Map.of("reason", refund, "number", CorrectionSteps.unified()), "numberScheme");
    invalid(
        fapiao,
        Map.of(
            "reason",
            refund,
            "numberScheme",
            "UNIFIED_20",
            "number",
            CorrectionSteps.unified(),
            "issuedOn",
            "2026-11-21"),
        "issuedOn");
    invalid(
        fapiao,
        Map.of("reason", refund, "numberScheme", "UNIFIED_20", "number", "123", "issuedOn", DAY),
        "number");
    act(steps.clerk(), fapiao, "void", Map.of("reason", " ")).then().statusCode(422);
    act(steps.clerk(), fapiao, "correction", Map.of("declared", true)).then().statusCode(422);
    steps.prepareRed(fapiao, Map.of("reason", refund)).then().statusCode(202);
    steps.approve(fapiao).then().statusCode(200);
    steps.record(fapiao, DAY).then().statusCode(422).body("violations.field", hasItem("number"));
    steps
        .recordRed(fapiao, "2026-11-19", null, CorrectionSteps.unified())
        .then()
        .statusCode(422)
        .body("violations.field", hasItem("on"));
  }

  @Test
  void what_the_bureau_issues_by_itself_may_come_before_the_approval() {
    String fapiao = steps.electronic("10.00");
    steps.prepareRed(fapiao, form(CorrectionSteps.form20(), "04")).then().statusCode(202);
    clock.set(Instant.parse("2026-11-22T04:00:00Z"));
    steps.approve(fapiao).then().statusCode(200);

    String number = CorrectionSteps.unified();
    steps.recordRed(fapiao, "2026-11-19", null, number).then().statusCode(422);
    steps.recordRed(fapiao, "2026-11-21", null, number).then().statusCode(200);
  }

  @Test
  void what_comes_back_is_checked() {
    String electronic = steps.electronic("10.00");
    steps.checkIn(electronic, DAY, "INVOICE").then().statusCode(422);
    String ordinary = steps.ordinary("10.00");
    steps.checkIn(ordinary, DAY, "DEDUCTION").then().statusCode(422);
    steps.checkIn(ordinary, DAY).then().statusCode(422);
    steps.checkIn(ordinary, "2026-11-21", "INVOICE").then().statusCode(422);
    Map<String, Object> body = Map.of("copies", List.of("INVOICE"), "receivedOn", DAY);
    act(steps.clerk().header("If-Match", "\"99-en\""), ordinary, "return-check-in", body)
        .then()
        .statusCode(412);
    steps.checkIn(ordinary, DAY, "INVOICE").then().statusCode(200);
    String tag = steps.checkIn(ordinary, DAY, "INVOICE").header("ETag");
    assertEquals(tag, steps.checkIn(ordinary, DAY, "INVOICE").header("ETag"));
  }

  @Test
  void a_reissue_takes_a_title_that_is_acceptable_and_money_that_is_left() {
    String fapiao = steps.ordinary("10.00");
    steps.checkIn(fapiao, DAY, "INVOICE").then().statusCode(200);
    problem(steps.reissue(fapiao, Map.of()), 409, "not-reversed");
    CorrectionSteps.act(steps.clerk(), fapiao, "void", Map.of("reason", "Wrong title.", "on", DAY))
        .then()
        .statusCode(202);
    steps.approve(fapiao).then().statusCode(200).body("status", equalTo("VOIDED"));
    steps.prepareVoid(fapiao).then().statusCode(202).body("status", equalTo("VOIDED"));
    steps
        .reissue(fapiao, Map.of("buyer", Map.of("titleType", "INDIVIDUAL", "name", " ")))
        .then()
        .statusCode(422)
        .body("violations.field", hasItem("buyer.name"));
    String order = steps.order(fapiao);
    steps.story.refunded(order, "10.00");
    steps.story.awaitBill(order, "refundedAmount.value", "10.00");
    problem(steps.reissue(fapiao, Map.of()), 409, "nothing-to-reissue");
  }

  @Test
  void reasons_are_told_in_the_readers_words() {
    String fapiao = steps.electronic("10.00");
    for (Map.Entry<String, String> language :
        Map.of("en", "cannot be declared void", "zh-CN", "不能作废", "de", "nicht für ungültig")
            .entrySet()) {
      act(
              steps.clerk().header("Accept-Language", language.getKey()),
              fapiao,
              "void",
              Map.of("reason", "x"))
          .then()
          .statusCode(409)
          .body("detail", containsString(language.getValue()));
      act(
              steps.clerk().header("Accept-Language", language.getKey()),
              fapiao,
              "correction",
              Map.of("declared", false, "usedByBuyer", false, "bookedByBuyer", false))
          .then()
          .statusCode(200)
          .body("reasons[0].text", containsString(language.getValue()));
    }
  }

  @Test
  void a_red_letter_on_paper_spends_a_number_of_the_stock() {
    try {
      String fapiao = steps.ordinary("10.00");
      String code = Shelves.received(3, clock.instant());
      steps.checkIn(fapiao, DAY, "INVOICE").then().statusCode(200);
      clock.set(Instant.parse("2026-12-01T04:00:00Z"));
      steps.prepareRed(fapiao, Map.of("reason", "ISSUE_ERROR")).then().statusCode(202);
      steps.approve(fapiao).then().statusCode(200);
      Shelves.waste(code, "00000001").then().statusCode(200);

      steps.recordRed(fapiao, "2026-12-01", code, "00000001").then().statusCode(422);
      steps.recordRed(fapiao, "2026-12-01", code, "00000002").then().statusCode(200);

      Shelves.waste(code, "00000002").then().statusCode(409);
    } finally {
      Shelves.clear();
    }
  }

  @Test
  void the_database_refuses_what_the_law_does() {
    String fapiao = steps.electronic("10.00");
    steps.prepareRed(fapiao, Map.of("reason", "ISSUE_ERROR")).then().statusCode(202);
    String bill = steps.bill(fapiao).getString("id");
    for (String wrong :
        List.of(
            "UPDATE fapiao SET reversed_net_fen = net_fen + 1 WHERE id = '" + fapiao + "'",
            "UPDATE fapiao SET status = 'VOIDED' WHERE id = '" + fapiao + "'",
            "UPDATE fapiao SET kind = 'RED' WHERE id = '" + fapiao + "'",
            "UPDATE correction SET status = 'APPROVED', decided_by = prepared_by WHERE fapiao_id = '"
                + fapiao
                + "'",
            "UPDATE correction SET status = 'VOIDED' WHERE fapiao_id = '" + fapiao + "'",
            "UPDATE bill SET invoiced_fen = invoiced_fen + 1 WHERE id = '" + bill + "'",
            "UPDATE bill SET reversed_fen = -1 WHERE id = '" + bill + "'")) {
      SQLException refused = assertThrows(SQLException.class, () -> execute(wrong), wrong);
      assertEquals("23514", refused.getSQLState(), wrong);
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = Database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void a_list_wants_one_filter_and_a_status_that_exists() {
    String centre = "/api/v1/service-centre/";
    steps.clerk().get(centre + "fapiaos").then().statusCode(422);
    steps.clerk().get(centre + "fapiaos?number=1&applicationId=" + ABSENT).then().statusCode(422);
    steps.clerk().get(centre + "corrections?status=DONE").then().statusCode(422);
    steps.clerk().get(centre + "deficits?limit=101").then().statusCode(422);
  }

  private static void problem(Response answer, int status, String slug) {
    answer.then().statusCode(status).body("type", equalTo("urn:fapiaosuite:problem:" + slug));
  }
}
