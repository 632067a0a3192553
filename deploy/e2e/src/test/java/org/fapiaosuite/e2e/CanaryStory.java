package org.fapiaosuite.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Recognisable values go through every secret and personal field; then logs, topics and databases
 * are searched for them. The secrets that the suite mints itself are read from the mails.
 */
class CanaryStory {
  private static final Suite suite = Suite.shared();
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Pattern PICKUP_CODE = Pattern.compile("(?m)^\\s*(\\d{8})\\s*$");

  @Test
  void secrets_and_personal_data_are_kept_only_where_they_belong() {
    // Given customers, a payer and staff whose every secret is known to us
    Canaries canaries = new Canaries(suite);
    Customer payer = canaries.payer;
    String customerId = "canary-" + UUID.randomUUID();
    String one = pay(payer, customerId);
    String another = pay(payer, customerId);
    canaries.becomeCustomer(one);
    canaries.forgetPassword();
    canaries.haveColleagueApproved(one);
    canaries.moveColleague();

    // When the data of an organisation and of a natural person go the whole way
    payer.signIn();
    String byCourier = apply(payer, one, PersonalData.ORGANISATION, PersonalData.COURIER);
    String byHand = apply(payer, another, PersonalData.PERSON, PersonalData.PICKUP);
    ServiceCentre clerk = ServiceCentre.signedIn(suite, "CLERK");
    for (String id : List.of(byCourier, byHand)) {
      payer.confirm(id);
      clerk.accept(id);
      clerk.issue(
          id,
          ServiceCentre.nextNumber(),
          LocalDate.now(CLOCK.withZone(ZoneId.of("Asia/Shanghai"))).toString());
    }
    clerk.mailOut(byCourier, "SF1234567890123");
    pickUp(canaries, clerk, byHand);
    saySomethingUnreadable(canaries);
    new Audit(suite).awaitRest();

    // Then
    assertEquals(Set.of(), new Search(suite).findings(canaries.all()));
  }

  /** OWASP ASVS 5.0 appendix C; the tests of account-service itself mostly hash at a lower cost. */
  @Test
  void every_password_is_kept_at_the_cost_that_was_decided() {
    assertEquals(
        List.of("$argon2id$v=19$m=19456,t=2,p=1"),
        suite
            .databases()
            .column(
                "account",
                "SELECT DISTINCT substring(password_hash FROM '^[^,]*,[^,]*,[^,]*') FROM account"
                    + " WHERE password_hash IS NOT NULL"));
  }

  /** Every user of the machine sees the arguments of a process. */
  @Test
  void no_secret_stands_in_the_arguments_of_a_process() throws IOException {
    for (Map.Entry<String, JsonNode> process : suite.description().path("pids").properties()) {
      String arguments = Files.readString(Path.of("/proc/" + process.getValue() + "/cmdline"));

      assertTrue(arguments.contains("java") || arguments.contains("postgres"), arguments);
      assertFalse(arguments.contains(suite.platformSecret()), process.getKey());
      assertFalse(arguments.contains(suite.staff("LEAD").path("password").asText()));
    }
  }

  @Test
  void the_search_sees_a_secret_in_a_log_an_event_and_every_kind_of_column() throws IOException {
    // Given
    Canary secret = Canary.secret("trap", "trap " + UUID.randomUUID() + " 金丝雀");
    Path log = Files.createTempFile(Path.of("target"), "trap", ".log");
    Files.writeString(log, "bound to fail: [" + secret.value() + "]\n");
    new Topics(suite.kafka()).say("fapiao.events", "trap.set.v1", secret.value());
    Databases databases = suite.databases();
    databases.sabotage(
        "account",
        """
        CREATE TABLE trap (a text, b bytea, c json, d jsonb, e text[], f varchar);
        INSERT INTO trap SELECT t, convert_to('+' || t, 'UTF8'), json_build_object('in', t),
          jsonb_build_object('in', t), ARRAY['', t], t FROM (VALUES ('%s')) AS v (t)
        """
            .formatted(secret.value()));

    // When
    Set<String> found;
    try {
      found = new Search(suite).findings(List.of(secret));
    } finally {
      databases.sabotage("account", "DROP TABLE trap");
    }

    // Then
    assertEquals(
        Set.of(
            "trap in event trap.set.v1",
            "trap in account.trap.a",
            "trap in account.trap.b",
            "trap in account.trap.c",
            "trap in account.trap.d",
            "trap in account.trap.e",
            "trap in account.trap.f"),
        found);
    assertEquals(Set.of("trap in log " + log.getFileName()), Search.inLog(List.of(secret), log));
  }

  private static String pay(Customer payer, String customerId) {
    return suite
        .simulator()
        .post(
            "/orders",
            Map.of(
                "customerId", customerId,
                "payer", Map.of("name", PersonalData.PAYER_NAME, "email", payer.email),
                "paidAt", CLOCK.instant().minus(Duration.ofDays(4)).toString()))
        .expect(201)
        .json()
        .path("orderNumber")
        .asText();
  }

  private static String apply(
      Customer payer, String order, Map<String, String> buyer, Map<String, String> delivery) {
    String billId = payer.awaitBill(order, "INVOICEABLE").path("id").asText();
    Map<String, Object> application = new LinkedHashMap<>(Customer.application(billId, "x"));
    application.put("buyer", buyer);
    application.put("delivery", delivery);
    JsonNode draft =
        payer
            .api()
            .with("Idempotency-Key", "canary-" + order)
            .post("/api/v1/applications", application)
            .expect(201)
            .json();
    return draft.path("id").asText();
  }

  private static void pickUp(Canaries canaries, ServiceCentre clerk, String application) {
    String desk = "/api/v1/service-centre/applications/" + application;
    clerk.api().post(desk + "/ready-for-pickup", null).expect(200);
    String code = canaries.code(canaries.payer.email, "pick-up code", PICKUP_CODE);
    canaries.secret("pick-up code", code);
    clerk.api().post(desk + "/hand-over", Map.of("code", code)).expect(200);
  }

  /** What is refused must not be written down either. */
  private static void saySomethingUnreadable(Canaries canaries) {
    for (Canary canary : canaries.all()) {
      canaries
          .payer
          .api()
          .post("/api/v1/titles", Map.of(canary.value(), canary.value()))
          .expect(400);
      canaries
          .payer
          .api()
          .post("/api/v1/sessions", "{\"password\": \"" + canary.value() + "}")
          .expect(400);
    }
  }
}
