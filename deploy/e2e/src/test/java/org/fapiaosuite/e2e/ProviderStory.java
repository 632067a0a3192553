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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Customers and staff who sign in at an identity provider that others have written. The suite was
 * started without it; without npm this says so and is skipped.
 */
class ProviderStory {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Clock CLOCK = Clock.systemUTC();
  private static final String EMAIL = "mei-" + UUID.randomUUID() + "@fabrikam.example";
  private static final String CUSTOMER = "fabrikam-" + UUID.randomUUID();
  private static final String USER = "user-" + UUID.randomUUID();
  private static final String LEAD = "lead-" + UUID.randomUUID();
  private static final String CLERK = "clerk-" + UUID.randomUUID();

  private static final Suite suite = Suite.shared();
  private static @Nullable Provider started;

  @BeforeAll
  static void a_provider_with_three_people() {
    started =
        Provider.started(
            suite,
            Map.of(
                USER,
                Map.of("email", EMAIL, "email_verified", true, "customer_id", CUSTOMER),
                LEAD,
                staffOf("lead", "everybody", "invoice-leads"),
                CLERK,
                staffOf("clerk", "invoice-clerks")));
  }

  private static Map<String, Object> staffOf(String name, String... groups) {
    return Map.of(
        "email",
        name + "-" + UUID.randomUUID() + "@operator.example",
        "email_verified",
        true,
        "groups",
        List.of(groups));
  }

  @AfterAll
  static void end() {
    if (started != null) {
      started.close();
    }
  }

  private static Provider provider() {
    return Objects.requireNonNull(started);
  }

  @Test
  void a_customer_and_a_lead_of_another_provider_bring_a_fapiao_into_the_post() {
    // Given
    String orderNumber = pay();

    // When
    Customer user = customer();
    JsonNode bill = user.awaitBill(orderNumber, "INVOICEABLE");
    String id = user.apply(bill.path("id").asText(), "王小明").path("id").asText();
    user.confirm(id);
    ServiceCentre lead = new ServiceCentre(staff(LEAD));
    lead.accept(id);
    String number = ServiceCentre.nextNumber();
    lead.issue(id, number, LocalDate.now(CLOCK.withZone(CHINA)).toString());
    lead.mailOut(id, "SF1234567890130");

    // Then
    assertEquals("MAILED_OUT", customer().application(id).path("status").asText());
    suite.mailbox().awaitMail(EMAIL, "mail of issue", m -> m.text().contains(number));
    suite.mailbox().awaitMail(EMAIL, "mail of shipping", m -> m.text().contains("SF1234567890130"));
    String person = "as %s of %s".formatted(LEAD, provider().issuer());
    assertEquals(
        List.of("acceptApplication LEAD", "issueFapiao LEAD", "mailOut LEAD"),
        suite
            .databases()
            .column(
                "fapiao",
                "SELECT action || ' ' || roles FROM audit_entry"
                    + " WHERE ? = ANY(subjects) AND detail LIKE '%' || ? ORDER BY id",
                id,
                person));
  }

  @Test
  void the_role_at_the_provider_decides_what_staff_may_do() {
    String letters = "/api/v1/ops/fapiao/dead-letters";

    staff(LEAD).get(letters).expect(200);
    staff(CLERK).get(letters).expect(403);
    staff(CLERK).get("/api/v1/service-centre/applications").expect(200);
    String ofUser = provider().idToken(USER, Provider.DESK);
    assertEquals(
        "invalid_scope", exchange(ofUser, "staff").expect(400).json().path("error").asText());
  }

  @Test
  void known_keys_go_on_while_it_is_away_and_its_new_one_is_seen() {
    // Given
    exchange(provider().idToken(USER, Provider.CENTER), "customer").expect(200);
    String meanwhile = provider().idToken(USER, Provider.CENTER);
    String old = provider().idToken(USER, Provider.CENTER);

    // When
    provider().stop();
    Http.Answer away = exchange(meanwhile, "customer");
    provider().start();

    // Then
    away.expect(200);
    String fresh = provider().idToken(USER, Provider.CENTER);
    await("its new key")
        .atMost(Customer.PATIENCE)
        .until(() -> exchange(fresh, "customer").status() == 200);
    exchange(old, "customer").expect(200);
    exchange(fresh, "customer").expect(400);
  }

  private static Customer customer() {
    JsonNode answer =
        exchange(provider().idToken(USER, Provider.CENTER), "customer").expect(200).json();
    return Customer.signedIn(suite, EMAIL, answer.path("access_token").asText());
  }

  private static Http staff(String login) {
    JsonNode answer =
        exchange(provider().idToken(login, Provider.DESK), "staff").expect(200).json();
    return suite
        .gateway()
        .with("Accept-Language", "en")
        .with("Authorization", "Bearer " + answer.path("access_token").asText());
  }

  private static Http.Answer exchange(String token, String scope) {
    return suite
        .gateway()
        .with("Content-Type", "application/x-www-form-urlencoded")
        .post(
            "/api/v1/token",
            "grant_type=%s&subject_token=%s&subject_token_type=%s&scope=%s"
                .formatted(
                    URLEncoder.encode("urn:ietf:params:oauth:grant-type:token-exchange", UTF_8),
                    token,
                    URLEncoder.encode("urn:ietf:params:oauth:token-type:id_token", UTF_8),
                    scope));
  }

  private static String pay() {
    return suite
        .simulator()
        .post(
            "/orders",
            Map.of(
                "customerId", CUSTOMER,
                "payer",
                    Map.of(
                        "name",
                        "上海示例科技有限公司",
                        "email",
                        "boss-" + UUID.randomUUID() + "@fabrikam.example"),
                "product", "Office 365 E3, 12 months",
                "amount", Map.of("currency", "CNY", "value", "1270.00"),
                "paidAt", CLOCK.instant().minus(Duration.ofDays(4)).toString()))
        .expect(201)
        .json()
        .path("orderNumber")
        .asText();
  }
}
