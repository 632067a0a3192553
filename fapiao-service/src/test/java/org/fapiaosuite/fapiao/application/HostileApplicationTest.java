package org.fapiaosuite.fapiao.application;

import static org.fapiaosuite.fapiao.Story.APPLICATIONS;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a customer can get wrong, or try: each is refused, names its field and changes nothing. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileApplicationTest {

  private static final String GOOD_ID = "91310106552993944D";

  private static final Pattern SAYS_WHAT_IS_ALLOWED = Pattern.compile("^(must |may |is required)");

  private final Story story = new Story();
  private String bill = "";

  @BeforeEach
  void an_invoiceable_bill() {
    if (bill.isEmpty()) {
      bill = story.invoiceableBill("1000.00");
    }
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource
  void one_field_is_wrong(String path, @Nullable Object value, String field) {
    Map<String, Object> request = company();
    set(request, path, value);
    String before = Database.query("SELECT count(*) FROM application");
    Map<String, String> messages = new HashMap<>();
    for (String language : List.of("en", "zh-CN", "de")) {
      Response answer =
          story.customer().header("Accept-Language", language).body(request).post(APPLICATIONS);
      answer
          .then()
          .statusCode(422)
          .contentType("application/problem+json")
          .header("Content-Language", language);
      JsonNode problem = Json.of(answer);
      assertTrue(problem.path("traceId").asText().matches("[0-9a-f]{32}"), "" + problem);
      messages.put(messageOf(problem, field), language);
    }
    assertEquals(Set.of("en", "zh-CN", "de"), Set.copyOf(messages.values()), messages.toString());
    assertTrue(
        messages.keySet().stream().anyMatch(SAYS_WHAT_IS_ALLOWED.asPredicate()),
        messages.toString());
    assertEquals(before, Database.query("SELECT count(*) FROM application"));
  }

  private static String messageOf(JsonNode problem, String field) {
    for (JsonNode violation : problem.path("violations")) {
      if (violation.path("field").asText().equals(field)) {
        return violation.path("message").asText();
      }
    }
    throw new AssertionError("no violation of " + field + " in " + problem);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @MethodSource
  void unusual_but_real_values_are_taken(String path, String typed, String stored) {
    Map<String, Object> request = company();
    set(request, path, typed);
    story
        .customer()
        .body(request)
        .post(APPLICATIONS)
        .then()
        .statusCode(201)
        .body(path, equalTo(stored));
  }

  static Stream<Arguments> unusual_but_real_values_are_taken() {
    return Stream.of(
        real("buyer.name", "王", "王"),
        real("buyer.name", "中".repeat(100), "中".repeat(100)),
        real("buyer.name", "𠮷".repeat(100), "𠮷".repeat(100)),
        real("buyer.name", "臺灣積體電路製造股份有限公司", "臺灣積體電路製造股份有限公司"),
        real("buyer.name", "上海(集团)公司", "上海（集团）公司"),
        real("buyer.name", "买买提·艾力", "买买提·艾力"),
        real("buyer.name", "Cafe\u0301 公司", "Caf\u00E9 公司"),
        real("buyer.taxpayerId", "91310106552993944d", GOOD_ID),
        real("buyer.taxpayerId", " 9131 0106 5529 9394 4D ", GOOD_ID),
        real("buyer.taxpayerId", "９１３１０１０６５５２９９３９４４Ｄ", GOOD_ID),
        real("buyer.taxpayerId", "310115MA1H8R7C6", "310115MA1H8R7C6"),
        real("buyer.phone", "+86 138 0013 8000", "13800138000"),
        real("buyer.name", "a".repeat(100), "a".repeat(100)),
        real("buyer.name", "㐂寿司", "㐂寿司"),
        real("buyer.name", "ＡＢＣ公司", "ABC公司"),
        real("buyer.name", "' OR 1", "' OR 1"),
        real("buyer.taxpayerId", "11010519491231002x", "11010519491231002X"),
        real("buyer.taxpayerId", "11010549123100201", "11010549123100201"),
        real("buyer.taxpayerId", "11010519491231002X01", "11010519491231002X01"),
        real("buyer.phone", "021-28986102", "021-28986102"),
        real("buyer.phone", "4000890365", "400-089-0365"),
        real("buyer.bankAccount", "123456", "123456"),
        real("buyer.bankAccount", "1".repeat(30), "1".repeat(30)),
        real("delivery.recipient", "𠮷".repeat(50), "𠮷".repeat(50)),
        real("delivery.address", "中".repeat(100), "中".repeat(100)),
        real("buyer.name", "' OR 1=1--", "' OR 1=1--"),
        real("delivery.region", "３１０１１５", "310115"),
        real("delivery.postalCode", "２０１２０３", "201203"),
        real("delivery.postalCode", "201203", "201203"));
  }

  static Stream<Arguments> one_field_is_wrong() {
    return Stream.of(
            names(),
            ids(),
            Stream.of(
                bad("buyer.phone", "+86 123"),
                bad("buyer.phone", "phone"),
                bad("buyer.phone", "1".repeat(40)),
                bad("buyer.bankAccount", "12345"),
                bad("buyer.bankAccount", "1".repeat(31)),
                bad("buyer.bankAccount", "DROP TABLE"),
                bad("buyer.bankAccount", "000000"),
                bad("buyer.bankName", "a".repeat(101)),
                bad("buyer.address", "中".repeat(101)),
                bad("buyer.address", "科苑路\n88号"),
                bad("buyer.titleType", null),
                bad("buyer.titleType", "COMPANY"),
                bad("buyer.name", null),
                bad("type", null),
                bad("type", "NORMAL"),
                bad("medium", "DIGITAL"),
                bad("purpose", "FUN"),
                bad("buyer", null),
                bad("delivery", null),
                bad("items", null),
                bad("items", List.of())),
            amounts(),
            deliveries())
        .flatMap(all -> all);
  }

  private static Stream<Arguments> names() {
    return Stream.of(
            "",
            "   ",
            "\u200B\u200B",
            "a".repeat(101),
            "a".repeat(256),
            "a".repeat(300),
            "公司😀",
            "\u202E司公",
            "Z" + "\u0334".repeat(1000),
            "a\tb",
            "a\nb",
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "{{7*7}}",
            "{inject:x}",
            "{#each}",
            "${jndi:ldap://x}",
            "#{7*7}",
            "=HYPERLINK(\"x\")",
            "=1+1")
        .map(name -> bad("buyer.name", name));
  }

  private static Stream<Arguments> ids() {
    return Stream.of(
            "91310106552993944E",
            "9I310106552993944D",
            "9O310106552993944D",
            "9Z310106552993944D",
            "9S310106552993944D",
            "9V310106552993944D",
            "000000000000000000",
            "000000000000000",
            "00000000000000000000",
            "9131010655299394\u200B4D",
            "11010549123100291X",
            "9131010655299394",
            "9131010655299394411",
            "' OR 1=1--",
            "110105194902310021",
            "")
        .map(id -> bad("buyer.taxpayerId", id));
  }

  private static Stream<Arguments> amounts() {
    return Stream.of(
        amount("0.00", "items[0].amount"),
        amount("1000.01", "items[0].amount"),
        amount("-1.00", "items[0].amount.value"),
        amount("1", "items[0].amount.value"),
        amount("1.001", "items[0].amount.value"),
        amount("1e2", "items[0].amount.value"),
        amount("01.00", "items[0].amount.value"),
        amount("１.00", "items[0].amount.value"),
        amount("99999999999999.00", "items[0].amount.value"),
        Arguments.of(
            "items[0].amount",
            Map.of("currency", "USD", "value", "1.00"),
            "items[0].amount.currency"));
  }

  private static Stream<Arguments> deliveries() {
    Map<String, Object> courier = Story.courier();
    return Stream.of(
        delivery("method", "DHL"),
        delivery("method", "EMAIL"),
        delivery("recipient", ""),
        delivery("recipient", "a".repeat(51)),
        delivery("recipient", "a\r\nBcc: x@y"),
        delivery("phone", null),
        delivery("phone", "12345"),
        delivery("phone", "+49 30 123456"),
        delivery("region", null),
        delivery("region", "31011"),
        delivery("region", "3101155"),
        delivery("region", "上海市"),
        delivery("address", null),
        delivery("address", " "),
        delivery("address", "中".repeat(101)),
        delivery("postalCode", "20120"),
        delivery("postalCode", "ABCDEF"),
        delivery("postalCode", "000000"),
        delivery("postalCode", "999077"),
        Arguments.of("delivery", email("no address"), "delivery.recipient"),
        Arguments.of("delivery", email("X <a@x.example>"), "delivery.recipient"),
        Arguments.of("delivery", email("a@x.example\r\nBcc: v@y.example"), "delivery.recipient"),
        Arguments.of("delivery", email("a@x.example,b@x.example"), "delivery.recipient"),
        Arguments.of("delivery", email("a@x.example"), "delivery.method"),
        Arguments.of(
            "delivery",
            Map.of(
                "method", "PICKUP",
                "recipient", "王小明",
                "phone", "13800138000",
                "address", courier.get("address")),
            "delivery.address"),
        Arguments.of("delivery", pickup("30 123456"), "delivery.phone"));
  }

  @Test
  void one_title_one_bill_once() {
    Map<String, Object> request = company();
    request.put("items", List.of(Map.of("billId", bill), Map.of("billId", bill)));
    story
        .customer()
        .body(request)
        .post(APPLICATIONS)
        .then()
        .statusCode(422)
        .body("violations.field", hasItem("items"));
  }

  @Test
  void everything_wrong_is_told_at_once() {
    Map<String, Object> request = company();
    set(request, "buyer.name", "=1");
    set(request, "buyer.taxpayerId", "1");
    set(request, "delivery.phone", "1");
    set(request, "delivery.region", "x");
    story
        .customer()
        .body(request)
        .post(APPLICATIONS)
        .then()
        .statusCode(422)
        .body("violations.size()", equalTo(4));
  }

  @Test
  void what_the_customer_cannot_know_better_is_refused() {
    for (String field :
        List.of("status", "accountId", "dueAt", "netAmount", "amount", "paid", "__proto__")) {
      Map<String, Object> request = company();
      request.put(field, "x");
      story.customer().body(request).post(APPLICATIONS).then().statusCode(400);
    }
    // who pays the freight follows from the method
    Map<String, Object> request = company();
    set(request, "delivery.freightCollect", false);
    story.customer().body(request).post(APPLICATIONS).then().statusCode(400);
  }

  @Test
  void a_changed_address_is_checked_like_the_first_one() {
    String id = story.draft(company());
    Map<String, Object> delivery = Story.courier();
    delivery.put("phone", "12345");
    delivery.put("address", "中".repeat(101));
    story
        .customer()
        .header("If-Match", "*")
        .body(delivery)
        .put(APPLICATIONS + "/" + id + "/delivery")
        .then()
        .statusCode(422)
        .body("violations.field", containsInAnyOrder("phone", "address"));
  }

  @Test
  void nothing_is_left_of_a_bill_that_was_refunded_wholly() {
    String order = story.paidOrder("10.00");
    String refunded = story.invoiceable(order);
    String drafted = story.draft(Story.request(refunded));
    story.refunded(order, "10.00");
    story.awaitBill(order, "blockReason", "REFUNDED");
    story
        .customer()
        .body(Story.request(refunded))
        .post(APPLICATIONS)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:fapiaosuite:problem:not-invoiceable"))
        .body("state", equalTo("REFUNDED"));
    story
        .confirm(drafted)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:fapiaosuite:problem:not-invoiceable"));
  }

  @Test
  void titles_are_checked_like_buyers() {
    Map<String, Object> title = new HashMap<>(buyer());
    title.put("name", "<script>");
    title.put("taxpayerId", "000000000000000");
    story
        .customer()
        .body(title)
        .post("/api/v1/titles")
        .then()
        .statusCode(422)
        .body("violations.field", hasItem("name"))
        .body("violations.field", hasItem("taxpayerId"));
  }

  private static Map<String, Object> email(String recipient) {
    return Map.of("method", "EMAIL", "recipient", recipient);
  }

  private static Map<String, Object> pickup(String phone) {
    return Map.of("method", "PICKUP", "recipient", "王小明", "phone", phone);
  }

  private static Map<String, Object> buyer() {
    return new HashMap<>(
        Map.of(
            "titleType", "ORGANIZATION",
            "name", "上海示例科技有限公司",
            "taxpayerId", GOOD_ID));
  }

  private Map<String, Object> company() {
    Map<String, Object> request = Story.request(bill);
    request.put("buyer", buyer());
    return request;
  }

  private static Arguments bad(String path, @Nullable Object value) {
    return Arguments.of(path, value, path);
  }

  private static Arguments real(String path, String typed, String stored) {
    return Arguments.of(path, typed, stored);
  }

  private static Arguments delivery(String field, @Nullable Object value) {
    return bad("delivery." + field, value);
  }

  private static Arguments amount(String value, String field) {
    return Arguments.of("items[0].amount", Story.cny(value), field);
  }

  @SuppressWarnings("unchecked") // the request is maps all the way down
  private void set(Map<String, Object> request, String path, @Nullable Object value) {
    if (path.equals("items[0].amount")) {
      request.put("items", List.of(Map.of("billId", bill, "amount", value)));
      return;
    }
    String[] steps = path.split("\\.");
    Map<String, Object> owner =
        steps.length == 1
            ? request
            : (Map<String, Object>) Objects.requireNonNull(request.get(steps[0]));
    owner.put(steps[steps.length - 1], value);
  }
}
