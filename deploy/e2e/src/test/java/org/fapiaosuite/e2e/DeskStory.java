package org.fapiaosuite.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The service centre's desk, through the gateway: who works on what, and what the trail says of it.
 */
class DeskStory {
  private static final String DESK = "/api/v1/service-centre/applications";
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Suite suite = Suite.shared();

  @Test
  void two_of_the_service_centre_do_not_do_the_same_and_the_trail_tells_who_did_what() {
    // Given a confirmed application
    Customer customer = Customer.stranger(suite);
    String orderNumber = pay(customer.email);
    Mailbox.Mail mail =
        suite
            .mailbox()
            .awaitMail(customer.email, "order confirmation", m -> m.text().contains("/register#"));
    customer.register(orderNumber, mail.linkParameter("/register", "claim"));
    customer.activate();
    customer.signIn();
    String bill = customer.awaitBill(orderNumber, "INVOICEABLE").path("id").asText();
    String id = customer.apply(bill, "王小明").path("id").asText();
    customer.confirm(id);
    Http clerk = ServiceCentre.signedIn(suite, "CLERK").api();
    Http lead = ServiceCentre.signedIn(suite, "LEAD").api();

    // When one has it, the other keeps off
    clerk.post(DESK + "/" + id + "/claim", null).expect(200);
    Http.Answer refused = lead.post(DESK + "/" + id + "/acceptance", null).expect(409);
    assertTrue(refused.text().contains("application-claimed"), refused.text());

    // Then it is found by its order number, and whose it is
    JsonNode found = lead.get(DESK + "?claim=OTHERS&search=" + orderNumber).expect(200).json();
    assertEquals(id, found.path("items").path(0).path("id").asText());
    assertFalse(found.path("items").path(0).path("claimedBy").asText().isEmpty());

    // When the lead overrules, and accepts with others
    lead.delete(DESK + "/" + id + "/claim").expect(200);
    JsonNode results =
        lead.post(DESK + "/acceptances", Map.of("ids", List.of(id))).expect(200).json();
    assertEquals("IN_PROCESS", results.path("items").path(0).path("status").asText());
    Http.Answer csv = lead.get(DESK + ".csv?search=" + orderNumber).expect(200);
    assertTrue(csv.text().contains(id), csv.text());

    // Then the trail tells all of it
    Http auditor = ServiceCentre.signedIn(suite, "AUDITOR").api();
    Set<String> acts = new TreeSet<>();
    auditor
        .get("/api/v1/service-centre/audit?limit=100&subject=" + id)
        .expect(200)
        .json()
        .path("items")
        .forEach(entry -> acts.add(entry.path("action").asText()));
    assertEquals(
        Set.of(
            "acceptApplications",
            "claimApplication",
            "exportApplicationsCsv",
            "listWorkQueue",
            "releaseApplication"),
        acts);
    for (String trail :
        List.of("service-centre", "ops/account", "ops/order-sync", "ops/notification")) {
      JsonNode verified =
          auditor.get("/api/v1/" + trail + "/audit/verification").expect(200).json();
      assertTrue(verified.path("firstBroken").isMissingNode(), trail + verified);
    }
  }

  private static String pay(String email) {
    return suite
        .simulator()
        .post(
            "/orders",
            Map.of(
                "payer", Map.of("name", "上海示例科技有限公司", "email", email),
                "product", "Office 365 E3, 12 months",
                "amount", Map.of("currency", "CNY", "value", "1270.00"),
                "paidAt", CLOCK.instant().minus(Duration.ofDays(4)).toString()))
        .expect(201)
        .json()
        .path("orderNumber")
        .asText();
  }
}
