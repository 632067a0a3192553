package org.fapiaosuite.fapiao.correction;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.testkit.TestTokens;
import org.jspecify.annotations.Nullable;

/** What a clerk and a lead do about the Fapiao of one customer. */
public final class CorrectionSteps {

  public static final String FAPIAOS = "/api/v1/service-centre/fapiaos/";
  private static final String BLUE_DAY = "2026-11-18";

  public final Story story = new Story();
  public final UUID clerkId = UUID.randomUUID();

  public RequestSpecification clerk() {
    return Story.as(TestTokens.staff(clerkId, "CLERK"));
  }

  public RequestSpecification lead() {
    return Story.as(TestTokens.staff(UUID.randomUUID(), "LEAD"));
  }

  /** An ordinary Fapiao on paper, for a new bill. */
  public String ordinary(String amount) {
    return issued(Story.request(story.invoiceableBill(amount)), "3100261320", Story.number());
  }

  /** A special one on paper. */
  public String specialOnPaper(String amount) {
    return issued(special(story.invoiceableBill(amount)), "3100261130", Story.number());
  }

  /** A special electronic one. */
  public String electronic(String amount) {
    Map<String, Object> request = special(story.invoiceableBill(amount));
    request.put("medium", "ELECTRONIC");
    request.put("delivery", Map.of("method", "EMAIL", "recipient", "finance@contoso.example"));
    return issued(request, null, unified());
  }

  public static Map<String, Object> special(String bill) {
    Map<String, Object> request = Story.request(bill);
    request.put("type", "SPECIAL");
    request.put("buyer", company("上海示例科技有限公司"));
    return request;
  }

  public static Map<String, Object> company(String name) {
    return Map.of(
        "titleType", "ORGANIZATION",
        "name", name,
        "taxpayerId", "91310106552993944D",
        "address", "上海市浦东新区科苑路88号",
        "phone", "021-28986102",
        "bankName", "招商银行上海张江支行",
        "bankAccount", "121909876510901");
  }

  /** The id of the Fapiao that is issued for a request. */
  public String issued(Map<String, Object> request, @Nullable String code, String number) {
    String id = story.draft(request);
    story.confirm(id).then().statusCode(200);
    return issued(id, code, number);
  }

  /** The id of the Fapiao that is issued for a submitted application. */
  public String issued(String id, @Nullable String code, String number) {
    clerk().post(Story.DESK + "/" + id + "/acceptance").then().statusCode(200);
    Map<String, Object> entry = new HashMap<>(numbered(code, number));
    entry.put("issuedOn", BLUE_DAY);
    clerk()
        .body(Map.of("fapiaos", List.of(entry)))
        .post(Story.DESK + "/" + id + "/issue")
        .then()
        .statusCode(200);
    return clerk()
        .get(FAPIAOS.substring(0, FAPIAOS.length() - 1) + "?applicationId=" + id)
        .then()
        .statusCode(200)
        .extract()
        .path("items[0].id");
  }

  public static Map<String, Object> numbered(@Nullable String code, String number) {
    return code == null
        ? Map.of("numberScheme", "UNIFIED_20", "number", number)
        : Map.of("numberScheme", "LEGACY_CODE_NUMBER", "code", code, "number", number);
  }

  public static String unified() {
    return "2631%016d".formatted(Story.next());
  }

  /** A number of a confirmation form that nobody has. */
  public static String form20() {
    return "3101%016d".formatted(Story.next());
  }

  /** A number of an information form that nobody has. */
  public static String form16() {
    return "3101%012d".formatted(Story.next());
  }

  public Response checkIn(String fapiao, String on, String... copies) {
    return act(
        clerk(), fapiao, "return-check-in", Map.of("copies", List.of(copies), "receivedOn", on));
  }

  public JsonPath ask(String fapiao, boolean used) {
    return act(
            clerk(),
            fapiao,
            "correction",
            Map.of("declared", false, "usedByBuyer", used, "bookedByBuyer", false))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  public Response prepareVoid(String fapiao) {
    return act(clerk(), fapiao, "void", Map.of("reason", "The title is wrong."));
  }

  public Response prepareRed(String fapiao, Map<String, Object> body) {
    return act(clerk(), fapiao, "red-letter", body);
  }

  public Response approve(String fapiao) {
    return act(lead(), fapiao, "approval", Map.of("approve", true));
  }

  public Response record(String fapiao, String on) {
    return act(clerk(), fapiao, "reversal-record", Map.of("on", on));
  }

  public Response recordRed(String fapiao, String on, @Nullable String code, String number) {
    Map<String, Object> body = new HashMap<>(numbered(code, number));
    body.put("on", on);
    return act(clerk(), fapiao, "reversal-record", body);
  }

  public Response reissue(String fapiao, Map<String, Object> body) {
    return act(clerk(), fapiao, "reissue", body);
  }

  public static Response act(
      RequestSpecification staff, String fapiao, String act, Map<String, ?> body) {
    return staff.body(body).post(FAPIAOS + fapiao + "/" + act);
  }

  /** The Fapiao as its customer sees it. */
  public JsonPath fapiao(String id) {
    return story
        .customer()
        .get("/api/v1/fapiaos/" + id)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** The bill of a Fapiao as its customer sees it. */
  public JsonPath bill(String fapiao) {
    String application = fapiao(fapiao).getString("applicationId");
    return story.bill(story.application(application).getString("items[0].billId"));
  }

  public String order(String fapiao) {
    return bill(fapiao).getString("orderNumber");
  }
}
