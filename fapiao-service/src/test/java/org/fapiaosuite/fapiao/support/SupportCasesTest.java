package org.fapiaosuite.fapiao.support;

import static org.fapiaosuite.fapiao.Story.staff;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.testkit.TestClock;
import org.fapiaosuite.testkit.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A support case from both sides. */
@QuarkusTest
class SupportCasesTest {

  private static final String CASES = "/api/v1/support-cases";
  private static final String CENTRE = "/api/v1/service-centre/support-cases";
  private static final Map<String, Object> COMPANY =
      Map.of(
          "titleType", "ORGANIZATION",
          "name", "上海示例科技有限公司",
          "taxpayerId", "91310106552993944D",
          "address", "科苑路88号",
          "phone", "021-28986102",
          "bankName", "招商银行上海张江支行",
          "bankAccount", "121909876510901");

  private final Story story = new Story();
  @Inject TestClock clock;

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void what_is_not_there_or_was_changed_or_says_nothing_is_refused() {
    Map<String, Object> asked =
        Map.of(
            "kind",
            "TITLE_CHANGE",
            "applicationId",
            story.issued(story.invoiceableBill("10.00")),
            "text",
            "A question.",
            "newTitle",
            COMPANY);
    String id =
        story.customer().body(asked).post(CASES).then().statusCode(201).extract().path("id");
    String nobody = UUID.randomUUID().toString();
    Map<String, Object> text = Map.of("text", "x");
    Map<String, Object> empty = Map.of("text", " ");
    Map<String, Object> approve = Map.of("approve", true);

    for (String action : List.of("messages", "resolution")) {
      centre(nobody, action, "CLERK", text).then().statusCode(404);
      centre(id, action, "CLERK", empty).then().statusCode(422);
    }
    centre(nobody, "approval", "LEAD", approve).then().statusCode(404);
    staff("CLERK").get(CENTRE + "/" + nobody).then().statusCode(404);
    changed(staff("LEAD"), approve).post(CENTRE + "/" + id + "/approval").then().statusCode(412);
    changed(staff("CLERK"), text).post(CENTRE + "/" + id + "/resolution").then().statusCode(412);
    changed(story.customer(), text).post(CASES + "/" + id + "/messages").then().statusCode(412);
    say(id, " ").then().statusCode(422);
    Map<String, Object> strangers = new HashMap<>(asked);
    strangers.put("applicationId", nobody);
    story.customer().body(strangers).post(CASES).then().statusCode(404);
    String seen = story.customer().get(CASES + "/" + id).header("ETag");
    story.customer().header("If-None-Match", seen).get(CASES + "/" + id).then().statusCode(304);
  }

  private static RequestSpecification changed(
      RequestSpecification caller, Map<String, Object> body) {
    return caller.header("If-Match", "\"99-en\"").body(body);
  }

  @Test
  void a_case_goes_back_and_forth_until_it_is_resolved() {
    // Given
    String application = story.issued(story.invoiceableBill("10.00"));
    String fapiao = story.customer().get("/api/v1/fapiaos").path("items[0].id");

    // When
    Map<String, Object> asked =
        Map.of("kind", "NOT_RECEIVED", "applicationId", application, "text", "Where is it?");
    String id =
        story
            .customer()
            .body(asked)
            .post(CASES)
            .then()
            .statusCode(201)
            .header("Location", containsString(CASES))
            .body("status", equalTo("OPEN"))
            .body("fapiaoIds", contains(fapiao))
            .body("orderNumbers", hasSize(1))
            .body("sendBack", nullValue())
            .extract()
            .path("id");
    say(id, "Please hurry.").then().statusCode(200).body("status", equalTo("OPEN"));
    answer(id, "It is\r\non its way. 📦")
        .then()
        .statusCode(200)
        .body("status", equalTo("WAITING_FOR_CUSTOMER"));
    say(id, "<b>Thank you</b>").then().body("status", equalTo("WAITING_FOR_US"));
    for (String text : List.of("It was delivered.", "Once more.")) {
      centre(id, "resolution", "CLERK", Map.of("text", text)).then().statusCode(200);
    }

    // Then
    story
        .customer()
        .get(CASES + "/" + id)
        .then()
        .statusCode(200)
        .body("status", equalTo("RESOLVED"))
        .body(
            "messages.text",
            contains(
                "Where is it?",
                "Please hurry.",
                "It is\non its way. 📦",
                "<b>Thank you</b>",
                "It was delivered."))
        .body(
            "messages.by",
            contains("CUSTOMER", "CUSTOMER", "SERVICE_CENTRE", "CUSTOMER", "SERVICE_CENTRE"));
    assertEquals(
        List.of(
            "fapiao.support-case-opened.v1",
            "fapiao.support-case-answered.v1",
            "fapiao.support-case-resolved.v1"),
        Story.events(id).stream().map(event -> event.split(" ")[0]).toList());
    assertTrue(Story.events(id).stream().noneMatch(event -> event.contains("Where is it?")));
    problem(say(id, "One more thing"), 409, "case-ended");
    problem(answer(id, "One more thing"), 409, "case-ended");
  }

  @ParameterizedTest
  @CsvSource({
    // before and after the cut-off; the National Day holidays end on 7 October
    "2026-09-29T09:29:59Z, 2026-09-30T09:30:00Z",
    "2026-09-29T09:30:00Z, 2026-10-08T09:30:00Z"
  })
  void the_first_answer_is_promised_on_the_next_working_day(Instant asked, String due) {
    clock.set(asked);

    open(Map.of("kind", "OTHER", "text", "Hello")).then().body("dueAt", equalTo(due));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ORDINARY|3100261320|PAPER_ORDINARY|INVOICE|en|invoice copy (发票联) of each",
        "SPECIAL|3100261130|PAPER_SPECIAL|INVOICE DEDUCTION|de|Haben Sie die Steuer schon abgezogen",
      })
  void another_title_says_at_once_what_paper_comes_back_and_where(
      String type, String code, String situation, String copies, String language, String words) {
    // Given
    String application = ofCompany(type, "PAPER");
    Story.issue(application, code, Story.number()).then().statusCode(200);

    // When
    Response answer =
        story
            .customer()
            .header("Accept-Language", language)
            .body(titleChange(application))
            .post(CASES);

    // Then
    answer
        .then()
        .statusCode(201)
        .body("sendBack.situation", equalTo(situation))
        .body("sendBack.copies", equalTo(List.of(copies.split(" "))))
        .body("sendBack.text", containsString(words))
        .body("sendBack.address", containsString("Keyuan Road"))
        .body("sendBack.phone", equalTo("021-28986102"));
    assertTrue(Story.events(answer.path("id")).get(0).contains("上海市浦东新区科苑路88号德国中心3号楼657室"));
  }

  @Test
  void an_electronic_fapiao_is_not_sent_back() {
    // Given
    String application = ofCompany("ORDINARY", "ELECTRONIC");
    open(titleChange(application)).then().body("sendBack.situation", equalTo("NOT_ISSUED"));
    staff("CLERK")
        .body(
            Map.of(
                "fapiaos",
                List.of(
                    Map.of(
                        "numberScheme", "UNIFIED_20",
                        "number", "263100000000" + Story.number(),
                        "issuedOn", "2026-11-18"))))
        .post(Story.DESK + "/" + application + "/issue")
        .then()
        .statusCode(200);

    // When
    Response answer = open(titleChange(application));

    // Then
    answer
        .then()
        .statusCode(201)
        .body("sendBack.situation", equalTo("ELECTRONIC"))
        .body("sendBack.copies", hasSize(0))
        .body("sendBack.address", nullValue())
        .body("sendBack.text", containsString("72 hours"));
    problem(parcel(answer.path("id"), "*"), 409, "nothing-to-return");
  }

  @Test
  void the_waybill_of_the_papers_can_be_entered_and_corrected() {
    // Given
    Response opened = open(titleChange(story.issued(story.invoiceableBill("10.00"))));
    String id = opened.path("id");
    centre(id, "approval", "LEAD", Map.of("approve", true))
        .then()
        .statusCode(200)
        .body("approval.approve", equalTo(true))
        .body("status", equalTo("WAITING_FOR_CUSTOMER"));

    // When
    Response entered = parcel(id, "*");

    // Then
    entered
        .then()
        .statusCode(200)
        .body("status", equalTo("WAITING_FOR_US"))
        .body("sendBack.parcel.waybill", equalTo("SF1234567890123"))
        .body("sendBack.parcel.carrier", equalTo("顺丰速运"));
    parcel(id, opened.header("ETag")).then().statusCode(412);
    parcel(id, entered.header("ETag")).then().statusCode(200);
    story.customer().body(parcel()).put(CASES + "/" + id + "/return-parcel").then().statusCode(428);
    story
        .customer()
        .header("If-Match", "*")
        .body(Map.of("carrier", " ", "waybill", "../x"))
        .put(CASES + "/" + id + "/return-parcel")
        .then()
        .statusCode(422)
        .body("violations.field", containsInAnyOrder("carrier", "waybill"));
  }

  @Test
  void what_is_refused_is_closed_with_the_reason() {
    // Given
    String id = open(titleChange(story.issued(story.invoiceableBill("10.00")))).path("id");
    centre(id, "approval", "CLERK", Map.of("approve", true)).then().statusCode(403);
    centre(id, "approval", "LEAD", Map.of("approve", false))
        .then()
        .statusCode(422)
        .body("violations.field", contains("reason"));

    // When
    Response refused =
        centre(id, "approval", "LEAD", Map.of("approve", false, "reason", "Not your company."));

    // Then
    refused
        .then()
        .statusCode(200)
        .body("status", equalTo("CLOSED"))
        .body("approval.approve", equalTo(false))
        .body("messages[1].text", equalTo("Not your company."));
    centre(id, "approval", "LEAD", Map.of("approve", false, "reason", "Again."))
        .then()
        .statusCode(200)
        .body("messages", hasSize(2));
    problem(centre(id, "approval", "LEAD", Map.of("approve", true)), 409, "already-decided");
    problem(centre(id, "resolution", "LEAD", Map.of("text", "x")), 409, "case-ended");
    assertTrue(Story.events(id).get(1).contains("\"refused\":true"));
  }

  @Test
  void only_a_split_and_a_change_of_title_are_approved() {
    String id = open(Map.of("kind", "OTHER", "text", "Hello")).path("id");

    problem(centre(id, "approval", "LEAD", Map.of("approve", true)), 409, "nothing-to-approve");
  }

  @ParameterizedTest
  @CsvSource({
    "SPLIT, split billId",
    "TITLE_CHANGE, applicationId newTitle",
    "NOT_RECEIVED, applicationId"
  })
  void each_kind_says_what_it_needs(String kind, String fields) {
    open(Map.of("kind", kind, "text", "x"))
        .then()
        .statusCode(422)
        .body("violations.field", containsInAnyOrder((Object[]) fields.split(" ")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOT_RECEIVED", "OTHER"})
  void a_draft_leads_to_no_fapiao_to_ask_for(String kind) {
    String draft = story.draft(Story.request(story.invoiceableBill("10.00")));

    open(Map.of("kind", kind, "applicationId", draft, "text", "x"))
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:fapiaosuite:problem:no-fapiao-to-come"))
        .body("state", equalTo("DRAFT"));
  }

  @ParameterizedTest
  @ValueSource(strings = {" \n ", "a\u0007b", "a\u202Eb", "a\u2028b", "a\uFEFFb"})
  void what_cannot_be_read_is_not_taken(String text) {
    open(Map.of("kind", "OTHER", "text", text))
        .then()
        .statusCode(422)
        .body("violations.field", contains("text"));
  }

  @Test
  void a_text_has_at_most_2000_characters() {
    open(Map.of("kind", "OTHER", "text", "字".repeat(2000))).then().statusCode(201);
    open(Map.of("kind", "OTHER", "text", "字".repeat(2001))).then().statusCode(422);
  }

  @Test
  void a_case_is_opened_once_for_one_key() {
    // Given
    String key = UUID.randomUUID().toString();
    Map<String, Object> asked = Map.of("kind", "OTHER", "text", "Hello");

    // When
    String first = keyed(key, asked).then().statusCode(201).extract().path("id");

    // Then
    keyed(key, asked).then().statusCode(201).body("id", equalTo(first));
    problem(keyed(key, Map.of("kind", "OTHER", "text", "Else")), 422, "idempotency-key-reused");
    story.customer().get(CASES).then().body("items.id", contains(first));
  }

  @Test
  void a_case_is_not_seen_without_the_customer_whose_bill_it_is_about() {
    String bill = story.invoiceableBill("10.00");
    String id = open(Map.of("kind", "OTHER", "billId", bill, "text", "x")).path("id");

    for (String token :
        List.of(
            TestTokens.customer(story.accountId, "simulator:else"),
            TestTokens.customer(UUID.randomUUID(), story.customerId))) {
      Story.as(token).get(CASES + "/" + id).then().statusCode(404);
      Story.as(token).get(CASES).then().body("items", hasSize(0));
    }
  }

  @Test
  void lists_are_filtered_and_numbers_are_masked_for_whoever_does_not_issue() {
    // Given
    String application = ofCompany("ORDINARY", "PAPER");
    String change = open(titleChange(application)).path("id");
    String other = open(Map.of("kind", "OTHER", "text", "x")).path("id");
    answer(other, "y").then().statusCode(200);

    // Then
    story.customer().get(CASES).then().body("items.id", contains(other, change));
    story
        .customer()
        .get(CASES + "?kind=TITLE_CHANGE&status=OPEN")
        .then()
        .body("items.id", contains(change))
        .body("items[0].messages", nullValue());
    story.customer().get(CASES + "?status=open").then().statusCode(422);
    staff("AUDITOR")
        .get(CENTRE + "/" + change)
        .then()
        .statusCode(200)
        .body("newTitle.taxpayerId", equalTo("****944D"));
    staff("CLERK")
        .get(CENTRE + "?kind=TITLE_CHANGE&status=OPEN&limit=100")
        .then()
        .statusCode(200)
        .body("items.find { it.id == '" + change + "' }.newTitle", equalTo(COMPANY));
    Response read = staff("CLERK").get(CENTRE + "/" + change);
    staff("CLERK")
        .header("If-None-Match", read.header("ETag"))
        .get(CENTRE + "/" + change)
        .then()
        .statusCode(304);
    staff("CLERK")
        .header("If-Match", "\"77-en\"")
        .body(Map.of("text", "x"))
        .post(CENTRE + "/" + change + "/messages")
        .then()
        .statusCode(412);
  }

  private String ofCompany(String type, String medium) {
    Map<String, Object> request = Story.request(story.invoiceableBill("10.00"));
    request.put("type", type);
    request.put("medium", medium);
    request.put("buyer", COMPANY);
    if (medium.equals("ELECTRONIC")) {
      request.put("delivery", Map.of("method", "EMAIL", "recipient", "a@contoso.example"));
    }
    String id = story.draft(request);
    story.confirm(id).then().statusCode(200);
    staff("CLERK").post(Story.DESK + "/" + id + "/acceptance").then().statusCode(200);
    return id;
  }

  private static Map<String, Object> titleChange(String application) {
    Map<String, Object> asked = new HashMap<>();
    asked.put("kind", "TITLE_CHANGE");
    asked.put("applicationId", application);
    asked.put("text", "The title is wrong.");
    asked.put("newTitle", COMPANY);
    return asked;
  }

  private Response open(Map<String, Object> asked) {
    return story.customer().body(asked).post(CASES);
  }

  private Response keyed(String key, Map<String, Object> asked) {
    return story.customer().header("Idempotency-Key", key).body(asked).post(CASES);
  }

  private Response say(String id, String text) {
    return story.customer().body(Map.of("text", text)).post(CASES + "/" + id + "/messages");
  }

  private static Response answer(String id, String text) {
    return centre(id, "messages", "CLERK", Map.of("text", text));
  }

  private static Response centre(String id, String act, String role, Map<String, ?> body) {
    return staff(role).body(body).post(CENTRE + "/" + id + "/" + act);
  }

  private Response parcel(String id, String ifMatch) {
    return story
        .customer()
        .header("If-Match", ifMatch)
        .body(parcel())
        .put(CASES + "/" + id + "/return-parcel");
  }

  private static Map<String, String> parcel() {
    return Map.of("carrier", "顺丰速运", "waybill", "sf 1234567890123");
  }

  private static void problem(Response answer, int status, String type) {
    answer.then().statusCode(status).body("type", equalTo("urn:fapiaosuite:problem:" + type));
  }
}
