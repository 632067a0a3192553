package org.fapiaosuite.fapiao;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.config.LogConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fapiaosuite.testkit.Broker;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.Json;
import org.fapiaosuite.testkit.TestTokens;
import org.jspecify.annotations.Nullable;

/** What customers, clerks and order-sync-service do around fapiao-service, and what they see. */
public final class Story {

  public static final String APPLICATIONS = "/api/v1/applications";
  public static final String DESK = "/api/v1/service-centre/applications";
  public static final Instant PAID_AT = Instant.parse("2026-11-10T01:29:58Z");
  private static final RestAssuredConfig CONFIG =
      RestAssuredConfig.config()
          .logConfig(LogConfig.logConfig().enableLoggingOfRequestAndResponseIfValidationFails());
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(25);

  /** The customer of this story, and somebody else. */
  public final String customerId = "simulator:" + UUID.randomUUID();

  public final UUID accountId = UUID.randomUUID();

  public RequestSpecification customer() {
    return as(TestTokens.customer(accountId, customerId));
  }

  public static RequestSpecification staff(String role) {
    return as(TestTokens.staff(role));
  }

  public static RequestSpecification as(String token) {
    return given().config(CONFIG).contentType(ContentType.JSON).auth().oauth2(token);
  }

  /** order-sync-service tells that an order was paid; the bill is there when this returns. */
  public String paidOrder(String amount) {
    return paidOrder(amount, "上海示例科技有限公司", "Office 365 E3, 12 months");
  }

  public String paidOrder(String amount, String payer, String product) {
    String order =
        "E" + UUID.randomUUID().toString().substring(0, 18).toUpperCase(java.util.Locale.ROOT);
    publish(
        order,
        "order.paid.v1",
        """
        {"orderNumber":"%s","platform":"simulator","customerId":"%s",
         "payer":{"name":"%s","email":"finance@contoso.example"},
         "product":"%s","quantity":10,"amount":{"currency":"CNY","value":"%s"},
         "paidAt":"%s","invoiceableFrom":"%s"}
        """
            .formatted(
                order,
                customerId,
                payer,
                product,
                amount,
                PAID_AT,
                PAID_AT.plus(Duration.ofHours(72))));
    return order;
  }

  /** An order that can be applied for: its bill's id. */
  public String invoiceableBill(String amount) {
    return invoiceable(paidOrder(amount));
  }

  public String invoiceable(String order) {
    publish(
        order,
        "order.invoiceable.v1",
        """
        {"orderNumber":"%s","customerId":"%s","invoiceableFrom":"%s"}
        """
            .formatted(order, customerId, PAID_AT.plus(Duration.ofHours(72))));
    return awaitBill(order, "INVOICEABLE");
  }

  public void held(String order, String reason) {
    publish(
        order,
        "order.held.v1",
        """
        {"orderNumber":"%s","customerId":"%s","reason":"%s"}
        """
            .formatted(order, customerId, reason));
  }

  public void refunded(String order, String refundedTotal) {
    publish(
        order,
        "order.refunded.v1",
        """
        {"orderNumber":"%s","customerId":"%s","refundId":"R-%s",
         "amount":{"currency":"CNY","value":"%s"},
         "refundedTotal":{"currency":"CNY","value":"%s"},
         "remaining":{"currency":"CNY","value":"0.00"},"refundedAt":"2026-11-18T00:00:00Z"}
        """
            .formatted(order, customerId, UUID.randomUUID(), refundedTotal, refundedTotal));
  }

  public static void publish(String key, String type, String json) {
    Broker.publish("order.events", key, type, json);
  }

  /** Waits until the order's bill has the status; its id. */
  public String awaitBill(String order, String status) {
    return Json.of(answerAboutBill(order, "status", status)).path("id").asText();
  }

  /**
   * Waits until the field, {@code a.b} for one within another, of the order's bill has the value.
   */
  public JsonPath awaitBill(String order, String field, String value) {
    return answerAboutBill(order, field, value).jsonPath();
  }

  private Response answerAboutBill(String order, String field, String value) {
    String pointer = "/" + field.replace('.', '/');
    return await(order + " " + field + " " + value)
        .atMost(PATIENCE)
        .pollInterval(POLL)
        .until(
            () -> billOf(order),
            bill -> bill != null && Json.of(bill).at(pointer).asText().equals(value));
  }

  private @Nullable Response billOf(String order) {
    String id = Database.query("SELECT id FROM bill WHERE order_number = '" + order + "'");
    return id.isEmpty() ? null : customer().get("/api/v1/bills/" + id);
  }

  /** The simplest request there is: an ordinary paper Fapiao to a person. */
  public static Map<String, Object> request(String... bills) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (String bill : bills) {
      items.add(Map.of("billId", bill));
    }
    Map<String, Object> request = new HashMap<>();
    request.put("items", items);
    request.put("type", "ORDINARY");
    request.put("medium", "PAPER");
    request.put("buyer", Map.of("titleType", "INDIVIDUAL", "name", "王小明"));
    request.put("delivery", courier());
    return request;
  }

  public static Map<String, Object> partial(String bill, String amount) {
    Map<String, Object> request = request(bill);
    request.put("items", List.of(Map.of("billId", bill, "amount", cny(amount))));
    return request;
  }

  public static Map<String, Object> courier() {
    return new HashMap<>(
        Map.of(
            "method", "SF_COLLECT",
            "recipient", "王小明",
            "phone", "13800138000",
            "region", "310115",
            "address", "科苑路88号德国中心3号楼657室"));
  }

  public static Map<String, String> cny(String value) {
    return Map.of("currency", "CNY", "value", value);
  }

  public String draft(Map<String, Object> request) {
    Response answer = customer().body(request).post(APPLICATIONS);
    answer.then().statusCode(201);
    return Json.of(answer).path("id").asText();
  }

  public Response confirm(String id) {
    return customer().post(APPLICATIONS + "/" + id + "/confirmation");
  }

  /** A confirmed application for a bill. */
  public String submitted(String... bills) {
    String id = draft(request(bills));
    confirm(id).then().statusCode(200);
    return id;
  }

  public String accepted(String... bills) {
    String id = submitted(bills);
    staff("CLERK").post(DESK + "/" + id + "/acceptance").then().statusCode(200);
    return id;
  }

  public String issued(String... bills) {
    String id = accepted(bills);
    issue(id, number()).then().statusCode(200);
    return id;
  }

  /** An ordinary one on paper. */
  public static Response issue(String id, String number) {
    return issue(id, "3100261320", number);
  }

  public static Response issue(String id, String code, String number) {
    return staff("CLERK").body(numbers(code, number)).post(DESK + "/" + id + "/issue");
  }

  /** What a clerk enters about an ordinary one. */
  public static Map<String, Object> numbers(String code, String number) {
    return Map.of(
        "fapiaos",
        List.of(
            Map.of(
                "numberScheme",
                "LEGACY_CODE_NUMBER",
                "code",
                code,
                "number",
                number,
                "issuedOn",
                "2026-11-18")));
  }

  /** A number that no Fapiao has yet, of eight digits. */
  public static String number() {
    return "%08d".formatted(next());
  }

  /** One more than last time, whichever test asked; counted by the database that they share. */
  public static long next() {
    try (Connection connection = Database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SEQUENCE IF NOT EXISTS story_counter");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return Long.parseLong(Database.query("SELECT nextval('story_counter')"));
  }

  public JsonPath application(String id) {
    return customer().get(APPLICATIONS + "/" + id).then().statusCode(200).extract().jsonPath();
  }

  public JsonPath bill(String id) {
    return customer().get("/api/v1/bills/" + id).then().statusCode(200).extract().jsonPath();
  }

  /** The events about an application so far, oldest first: type, a space, data. */
  public static List<String> events(String application) {
    String sql = "SELECT type || ' ' || data FROM outbox WHERE aggregate_id = ? ORDER BY id";
    try (Connection connection = Database.connect();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, application);
      ResultSet rows = select.executeQuery();
      List<String> events = new ArrayList<>();
      while (rows.next()) {
        events.add(rows.getString(1));
      }
      return events;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
