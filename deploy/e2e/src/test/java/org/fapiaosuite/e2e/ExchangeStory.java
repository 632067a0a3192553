package org.fapiaosuite.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An admin center's user, who signed in there and never registers here. */
class ExchangeStory {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Clock CLOCK = Clock.systemUTC();
  private static final String GRANT = "urn:ietf:params:oauth:grant-type:token-exchange";
  private static final String ID_TOKEN = "urn:ietf:params:oauth:token-type:id_token";
  private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
  private static final Suite suite = Suite.shared();

  private final String email = "admin-" + UUID.randomUUID() + "@contoso.example";
  private final String customer = "contoso-" + UUID.randomUUID();

  @Test
  void an_issuers_token_leads_to_a_fapiao_that_is_mailed_out() {
    // Given an order that a colleague paid four days ago
    String orderNumber = pay("colleague-" + UUID.randomUUID() + "@contoso.example");

    // When the user of the admin center applies for its Fapiao, at the word of their issuer
    Customer user = exchanged(ID_TOKEN);
    JsonNode bill = user.awaitBill(orderNumber, "INVOICEABLE");
    String id = user.apply(bill.path("id").asText(), "王小明").path("id").asText();
    assertEquals("SUBMITTED", user.confirm(id).path("status").asText());
    ServiceCentre clerk = ServiceCentre.signedIn(suite, "CLERK");
    clerk.accept(id);
    String number = ServiceCentre.nextNumber();
    clerk.issue(id, number, LocalDate.now(CLOCK.withZone(CHINA)).toString());
    clerk.mailOut(id, "SF1234567890129");

    // Then they see it with the next token, and hear of it
    Customer later = exchanged(ACCESS_TOKEN);
    assertEquals("MAILED_OUT", later.application(id).path("status").asText());
    suite.mailbox().awaitMail(email, "mail of issue", m -> m.text().contains(number));
    suite.mailbox().awaitMail(email, "mail of shipping", m -> m.text().contains("SF1234567890129"));
  }

  @Test
  void somebody_of_another_customer_sees_nothing_of_it() {
    // Given
    String orderNumber = pay("colleague-" + UUID.randomUUID() + "@contoso.example");
    JsonNode bill = exchanged(ID_TOKEN).awaitBill(orderNumber, "INVOICEABLE");

    // When
    String other = token("another-" + UUID.randomUUID() + "@fabrikam.example", "fabrikam");
    Http stranger = gateway(exchange(other, ID_TOKEN).expect(200).json());

    // Then
    stranger.get("/api/v1/bills/" + bill.path("id").asText()).expect(404);
    assertEquals(0, stranger.get("/api/v1/bills").expect(200).json().path("items").size());
  }

  @Test
  void a_token_is_taken_once_and_none_of_a_forger() {
    String token = token(email, customer);
    exchange(token, ID_TOKEN).expect(200);

    assertEquals("invalid_request", refusal(token));
    String other = token(email, customer);
    int dot = other.lastIndexOf('.');
    assertEquals("invalid_request", refusal(other.substring(0, dot + 1) + "A".repeat(86)));
    assertEquals("invalid_request", refusal(token.substring(0, dot / 2)));
  }

  @Test
  void signing_out_holds_in_every_service() {
    Http user = gateway(exchange(token(email, customer), ID_TOKEN).expect(200).json());
    user.get("/api/v1/bills").expect(200);

    user.delete("/api/v1/sessions/current").expect(204);

    for (String path : new String[] {"/api/v1/account", "/api/v1/bills", "/api/v1/orders"}) {
      await(path)
          .atMost(Customer.PATIENCE)
          .until(() -> user.get(path).status(), status -> status == 401);
    }
  }

  @Test
  void the_issuer_has_another_key_after_its_restart() {
    // Given
    exchange(token(email, customer), ID_TOKEN).expect(200);
    String old = token(email, customer);

    // When
    new Nemesis(suite, 0).kill("identity-provider");

    // Then
    Http issuer = Http.at(suite.description().path("identityProvider").path("issuer").asText());
    await("the issuer")
        .atMost(Customer.PATIENCE)
        .ignoreExceptions()
        .until(() -> issuer.get("/.well-known/jwks.json").status() == 200);
    await("its new key")
        .atMost(Customer.PATIENCE)
        .until(() -> exchange(token(email, customer), ID_TOKEN).status() == 200);
    assertEquals("invalid_request", refusal(old));
  }

  /** Somebody who has exchanged the next token of this type. */
  private Customer exchanged(String type) {
    JsonNode tokens = signIn(email, customer);
    String subject = tokens.path(type.equals(ID_TOKEN) ? "id_token" : "access_token").asText();
    JsonNode answer = exchange(subject, type).expect(200).json();
    return Customer.signedIn(suite, email, answer.path("access_token").asText());
  }

  private static Http gateway(JsonNode exchanged) {
    return suite
        .gateway()
        .with("Authorization", "Bearer " + exchanged.path("access_token").asText());
  }

  private static String token(String email, String customer) {
    return signIn(email, customer).path("id_token").asText();
  }

  private static JsonNode signIn(String email, String customer) {
    String token = suite.description().path("identityProvider").path("token").asText();
    return form(
            Http.at(token),
            "",
            Map.of(
                "grant_type",
                "password",
                "username",
                email,
                "password",
                "whatever it is",
                "customer_id",
                customer))
        .expect(200)
        .json();
  }

  private static String refusal(String token) {
    return exchange(token, ID_TOKEN).expect(400).json().path("error").asText();
  }

  private static Http.Answer exchange(String token, String type) {
    return form(
        suite.gateway(),
        "/api/v1/token",
        Map.of("grant_type", GRANT, "subject_token", token, "subject_token_type", type));
  }

  private static Http.Answer form(Http server, String path, Map<String, String> fields) {
    return server
        .with("Content-Type", "application/x-www-form-urlencoded")
        .post(
            path,
            fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&")));
  }

  private String pay(String payer) {
    return suite
        .simulator()
        .post(
            "/orders",
            Map.of(
                "customerId", customer,
                "payer", Map.of("name", "上海示例科技有限公司", "email", payer),
                "product", "Office 365 E3, 12 months",
                "amount", Map.of("currency", "CNY", "value", "1270.00"),
                "paidAt", CLOCK.instant().minus(Duration.ofDays(4)).toString()))
        .expect(201)
        .json()
        .path("orderNumber")
        .asText();
  }
}
