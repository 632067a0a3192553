package org.fapiaosuite.account;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.fapiaosuite.testkit.Broker;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestTokens;

/** What the people and services around account-service do, and what they see. */
public final class Story {

  public static final String PASSWORD = "correct horse battery staple";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final String ORDERS = "order.events";

  static {
    Awaitility.setDefaultTimeout(PATIENCE);
  }

  private Story() {}

  /** A mailbox nobody has used before. */
  public static String mailbox(String who) {
    return who + "-" + UUID.randomUUID() + "@contoso.example";
  }

  /** An order number nobody has used before. */
  public static String orderNumber() {
    return "E" + UUID.randomUUID().toString().substring(0, 12).toUpperCase(java.util.Locale.ROOT);
  }

  /** order-sync-service tells that the order was paid. */
  public static void paid(String orderNumber, String customerId, String payerEmail) {
    Broker.publish(
        ORDERS,
        orderNumber,
        "order.paid.v1",
        """
        {"orderNumber":"%s","platform":"simulator","customerId":"%s",
         "payer":{"name":"上海示例科技有限公司","email":"%s"},
         "product":"Office 365 E3","quantity":10,
         "amount":{"currency":"CNY","value":"1270.00"},
         "paidAt":"2026-11-17T01:29:58Z","invoiceableFrom":"2026-11-20T01:29:58Z"}
        """
            .formatted(orderNumber, customerId, payerEmail));
  }

  /** Waits until account-service has heard of the order, as notification-service would notice. */
  public static String claimCode(String orderNumber) {
    return await("claim code of " + orderNumber)
        .atMost(PATIENCE)
        .pollInterval(POLL)
        .until(() -> mint("CLAIM_CODE", orderNumber), answer -> answer.statusCode() == 200)
        .path("secret");
  }

  public static void knownOrder(String orderNumber, String customerId, String payerEmail) {
    paid(orderNumber, customerId, payerEmail);
    claimCode(orderNumber);
  }

  public static RequestSpecification json(Object body) {
    return from(anywhere()).body(body);
  }

  /** A caller with this network address, as the gateway tells it. */
  public static RequestSpecification from(String address) {
    return given().contentType(ContentType.JSON).header("X-Forwarded-For", address);
  }

  /** A network address that most likely nobody else in these tests has. */
  public static String anywhere() {
    int random = ThreadLocalRandom.current().nextInt(1 << 24);
    return "10." + (random >> 16) + "." + (random >> 8 & 255) + "." + (random & 255);
  }

  public static RequestSpecification as(String accessToken) {
    return from(anywhere()).auth().oauth2(accessToken);
  }

  public static Response register(String orderNumber, String email) {
    return register(Map.of("orderNumber", orderNumber, "email", email));
  }

  public static Response register(Map<String, Object> fields) {
    Map<String, Object> body = new HashMap<>(Map.of("password", PASSWORD, "locale", "en"));
    body.putAll(fields);
    return json(body).post("/api/v1/registrations");
  }

  /** The event of this type that is about this mailbox; waits for it. */
  public static JsonPath event(String type, String email) {
    return await(type + " for " + email)
        .atMost(PATIENCE)
        .pollInterval(POLL)
        .until(() -> events(type, email), found -> !found.isEmpty())
        .get(0);
  }

  /** The events of this type so far whose data names this text, oldest first. */
  public static List<JsonPath> events(String type, String text) {
    String sql = "SELECT data FROM outbox WHERE type = ? AND strpos(data, ?) > 0 ORDER BY id";
    try (Connection connection = Database.connect();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, type);
      select.setString(2, '"' + text + '"');
      ResultSet rows = select.executeQuery();
      List<JsonPath> events = new ArrayList<>();
      while (rows.next()) {
        events.add(JsonPath.from(rows.getString(1)));
      }
      return events;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** notification-service asks for the secret of a mail. */
  public static Response mint(String kind, String subjectId) {
    return as(TestTokens.service("notification-service", "account-service"))
        .body(Map.of("kind", kind, "subjectId", subjectId))
        .post("/internal/secrets");
  }

  public static String secret(String kind, String subjectId) {
    return mint(kind, subjectId).then().statusCode(200).extract().path("secret");
  }

  /** The token of the activation mail. */
  public static String activationToken(String email) {
    JsonPath event = event("account.registration-requested.v1", email);
    return secret("ACTIVATION", event.getString("requestId"));
  }

  public static Response activate(String token) {
    return json(Map.of("token", token)).post("/api/v1/activations");
  }

  public static Response signIn(String email, String password) {
    return json(Map.of("email", email, "password", password)).post("/api/v1/sessions");
  }

  public static String accessToken(String email) {
    return signIn(email, PASSWORD).then().statusCode(201).extract().path("accessToken");
  }

  /** Somebody whose own mailbox paid: registered and activated. */
  public static String activeCustomer(String customerId) {
    String email = mailbox("customer");
    String order = orderNumber();
    knownOrder(order, customerId, email);
    register(order, email).then().statusCode(202);
    activate(activationToken(email)).then().statusCode(204);
    return email;
  }
}
