package org.fapiaosuite.fapiao.rest;

import static org.fapiaosuite.fapiao.Story.DESK;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.fapiao.correction.CorrectionCalls;
import org.fapiaosuite.fapiao.stock.Shelves;
import org.fapiaosuite.fapiao.support.CaseFilesTest;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestClock;
import org.fapiaosuite.testkit.TestTokens;
import org.fapiaosuite.testkit.audit.AuditContract;
import org.junit.jupiter.api.AfterEach;

/** What staff do here leaves its row. */
@QuarkusTest
class AuditTest implements AuditContract {

  private static final String CALENDAR = "/api/v1/service-centre/calendar/";

  private static final String CASES = "/api/v1/service-centre/support-cases";

  private static final String SELLER = "/api/v1/service-centre/seller";

  private static final String CAPACITY = Shelves.CENTRE + "capacity/SPECIAL/ELECTRONIC";

  private final Story story = new Story();
  @Inject TestClock clock;

  @AfterEach
  void forget_the_loaded_years_and_the_stock() {
    Shelves.clear();
    Database.query("DELETE FROM calendar_year RETURNING 1");
    Database.query("DELETE FROM seller_profile RETURNING 1");
  }

  @Override
  public Map<String, Call> calls() {
    Map<String, Call> calls = new TreeMap<>();
    calls.put("listWorkQueue", caller -> listed(caller.get(DESK + "?limit=100")));
    calls.put("getQueuedApplication", caller -> read(caller, submitted()));
    calls.put("acceptApplication", caller -> act(caller, submitted(), "acceptance", Map.of()));
    calls.put(
        "rejectApplication",
        caller ->
            act(caller, submitted(), "rejection", Map.of("reason", "Not the registered name.")));
    calls.put("issueFapiao", caller -> act(caller, accepted(), "issue", numbers()));
    calls.put("mailOut", caller -> act(caller, issued(), "mail-out", parcel()));
    calls.put(
        "recordDeliveryOutcome",
        caller -> act(caller, mailedOut(), "delivery-outcome", Map.of("outcome", "DELIVERED")));
    calls.put(
        "markReadyForPickup", caller -> act(caller, collected(), "ready-for-pickup", Map.of()));
    calls.put("handOver", this::handOver);
    calls.put("putCalendarYear", AuditTest::putYear);
    calls.put("putCapacity", AuditTest::settle);
    calls.put("registerStock", AuditTest::register);
    calls.put("scheduleStock", AuditTest::schedule);
    calls.put("registerWaste", AuditTest::waste);
    calls.put("listCustomersCases", caller -> listed(caller.get(CASES + "?limit=100")));
    calls.put(
        "getCustomersCase",
        caller -> {
          String id = supportCase("OTHER");
          return AuditContract.made(caller.get(CASES + "/" + id), id);
        });
    calls.put(
        "answerSupportCase",
        caller -> onCase(caller, supportCase("OTHER"), "messages", Map.of("text", "x")));
    calls.put(
        "resolveSupportCase",
        caller -> onCase(caller, supportCase("OTHER"), "resolution", Map.of("text", "x")));
    calls.put(
        "decideSupportCase",
        caller -> onCase(caller, supportCase("TITLE_CHANGE"), "approval", Map.of("approve", true)));
    calls.put("addCustomersCaseFile", this::addFile);
    calls.put(
        "getCustomersCaseFile",
        caller -> {
          Made added = addFile(Story.staff("CLERK"));
          String id = added.subjects().get(0);
          String file = added.answer().path("messages[1].files[0].id");
          return AuditContract.made(caller.get(CASES + "/" + id + "/files/" + file), id, file);
        });
    calls.put("putSeller", AuditTest::putSeller);
    calls.put("publishNotice", AuditTest::publish);
    calls.put("withdrawNotice", AuditTest::withdraw);
    calls.put("claimApplication", caller -> act(caller, submitted(), "claim", Map.of()));
    calls.put(
        "releaseApplication",
        caller -> {
          String id = submitted();
          return AuditContract.made(caller.delete(DESK + "/" + id + "/claim"), id);
        });
    calls.put(
        "acceptApplications",
        caller -> {
          String id = submitted();
          Map<String, ?> body = Map.of("ids", List.of(id));
          return AuditContract.made(caller.body(body).post(DESK + "/acceptances"), id);
        });
    calls.putAll(new CorrectionCalls(clock).all());
    for (String format : List.of("Csv", "Xlsx")) {
      calls.put("exportApplications" + format, caller -> export(caller, format));
    }
    return calls;
  }

  @Override
  public Map<String, Call> silent() {
    return Map.of(
        "getSeller", caller -> AuditContract.made(caller.get(SELLER)),
        "getCalendarYear", caller -> AuditContract.made(caller.get(CALENDAR + "2026")),
        "listCapacity", caller -> AuditContract.made(caller.get(Shelves.CENTRE + "capacity")),
        "getCapacity", caller -> AuditContract.made(caller.get(CAPACITY)),
        "countApplications", caller -> AuditContract.made(caller.get(DESK + "/counts")));
  }

  private static Made listed(Response answer) {
    List<String> shown = answer.jsonPath().getList("items.id");
    return new Made(answer, shown);
  }

  private Made export(RequestSpecification caller, String format) {
    String id = submitted();
    String order = story.application(id).getString("items[0].orderNumber");
    String file = DESK + "." + format.toLowerCase(Locale.ROOT) + "?search=" + order;
    return AuditContract.made(caller.get(file), id);
  }

  private static Made read(RequestSpecification caller, String id) {
    return AuditContract.made(caller.get(DESK + "/" + id), id);
  }

  private static Made act(
      RequestSpecification caller, String id, String action, Map<String, ?> body) {
    RequestSpecification request = body.isEmpty() ? caller : caller.body(body);
    return AuditContract.made(request.post(DESK + "/" + id + "/" + action), id);
  }

  private Made handOver(RequestSpecification caller) {
    String id = collected();
    Story.staff("CLERK").post(DESK + "/" + id + "/ready-for-pickup").then().statusCode(200);
    String code =
        Story.as(TestTokens.service("notification-service", "fapiao-service"))
            .body(Map.of("kind", "PICKUP_CODE", "subjectId", id))
            .post("/internal/secrets")
            .path("secret");
    return act(caller, id, "hand-over", Map.of("code", code));
  }

  private static Made putYear(RequestSpecification caller) {
    String year = String.valueOf(2030 + Story.next() % 70);
    Database.query("DELETE FROM calendar_year WHERE year = " + year + " RETURNING 1");
    Map<String, Object> days =
        Map.of(
            "source", "https://www.gov.cn/zhengce/zhengceku/203011/content_1.htm",
            "offDays", List.of(year + "-01-01"),
            "workDays", List.of());
    return AuditContract.made(caller.body(days).put(CALENDAR + year), year);
  }

  private String supportCase(String kind) {
    Map<String, ?> asked =
        kind.equals("OTHER")
            ? Map.of("kind", kind, "text", "x")
            : Map.of(
                "kind",
                kind,
                "text",
                "x",
                "applicationId",
                issued(),
                "newTitle",
                Map.of("titleType", "INDIVIDUAL", "name", "王小明"));
    return story.customer().body(asked).post("/api/v1/support-cases").path("id");
  }

  private static Made onCase(
      RequestSpecification caller, String id, String act, Map<String, ?> body) {
    return AuditContract.made(caller.body(body).post(CASES + "/" + id + "/" + act), id);
  }

  private Made addFile(RequestSpecification caller) {
    String id = supportCase("OTHER");
    return AuditContract.made(
        CaseFilesTest.form(caller, "file", "a.pdf", CaseFilesTest.ofType("application/pdf", 100))
            .post(CASES + "/" + id + "/files"),
        id);
  }

  private static Made putSeller(RequestSpecification caller) {
    Map<String, ?> same = Story.staff("LEAD").get(SELLER).jsonPath().getMap("");
    return AuditContract.made(caller.header("If-Match", "*").body(same).put(SELLER));
  }

  private static Made settle(RequestSpecification caller) {
    return AuditContract.made(
        caller.header("If-Match", "*").body(Map.of("threshold", 3)).put(CAPACITY),
        "SPECIAL",
        "ELECTRONIC");
  }

  private static Made register(RequestSpecification caller) {
    String code = code();
    return AuditContract.made(
        caller.body(arrival(code)).post(Shelves.CENTRE + "stock-arrivals"), code);
  }

  private static Made schedule(RequestSpecification caller) {
    String code = code();
    String range =
        Story.staff("LEAD")
            .body(arrival(code))
            .post(Shelves.CENTRE + "stock-arrivals")
            .path("ranges.find { it.code == '" + code + "' }.id");
    return AuditContract.made(
        caller
            .header("If-Match", "*")
            .body(Map.of("expectedAt", later(2)))
            .put(Shelves.CENTRE + "stock-arrivals/" + range),
        range);
  }

  private static Made waste(RequestSpecification caller) {
    String code = code();
    Story.staff("LEAD").body(arrival(code)).post(Shelves.CENTRE + "stock-arrivals");
    return AuditContract.made(
        caller
            .body(Map.of("code", code, "number", "00000001", "reason", "It was torn."))
            .post(Shelves.CENTRE + "stock-waste"),
        code);
  }

  private static Made publish(RequestSpecification caller) {
    Response answer = caller.body(notice()).post(Shelves.CENTRE + "notices");
    return AuditContract.made(answer, answer.<String>path("id"));
  }

  private static Made withdraw(RequestSpecification caller) {
    String id = Story.staff("LEAD").body(notice()).post(Shelves.CENTRE + "notices").path("id");
    return AuditContract.made(caller.delete(Shelves.CENTRE + "notices/" + id), id);
  }

  private static Map<String, String> arrival(String code) {
    return Map.of(
        "type", "SPECIAL",
        "medium", "ELECTRONIC",
        "code", code,
        "first", "00000001",
        "last", "00000009",
        "expectedAt", later(1));
  }

  /** A code of electronic special Fapiao, which no application of these tests asks for. */
  private static String code() {
    return "0310026%03d13".formatted(Story.next() % 1000);
  }

  private static String later(int days) {
    return Instant.now().plus(Duration.ofDays(days)).toString();
  }

  private static Map<String, ?> notice() {
    return Map.of(
        "text", Map.of("zh-CN", "暂停开具。", "en", "Closed.", "de", "Geschlossen."),
        "expectedIssueAt", later(1));
  }

  private String submitted() {
    return story.submitted(story.invoiceableBill("10.00"));
  }

  private String accepted() {
    return story.accepted(story.invoiceableBill("10.00"));
  }

  private String issued() {
    return story.issued(story.invoiceableBill("10.00"));
  }

  private String mailedOut() {
    String id = issued();
    Story.staff("CLERK").body(parcel()).post(DESK + "/" + id + "/mail-out").then().statusCode(200);
    return id;
  }

  /** Issued, to be collected at the branch. */
  private String collected() {
    Map<String, Object> request = Story.request(story.invoiceableBill("10.00"));
    request.put("delivery", Map.of("method", "PICKUP", "recipient", "王小明", "phone", "13800138000"));
    String id = story.draft(request);
    story.confirm(id).then().statusCode(200);
    Story.staff("CLERK").post(DESK + "/" + id + "/acceptance").then().statusCode(200);
    Story.issue(id, Story.number()).then().statusCode(200);
    return id;
  }

  private static Map<String, String> parcel() {
    return Map.of("carrier", "SF", "waybill", "SF1234567890123");
  }

  private static Map<String, ?> numbers() {
    return Map.of(
        "fapiaos",
        List.of(
            Map.of(
                "numberScheme", "LEGACY_CODE_NUMBER",
                "code", "3100261320",
                "number", Story.number(),
                "issuedOn", "2026-11-18")));
  }
}
