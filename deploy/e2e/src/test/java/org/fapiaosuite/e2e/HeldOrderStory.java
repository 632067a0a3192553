package org.fapiaosuite.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Paid is paid: what is wrong with the words of an order never loses it. */
class HeldOrderStory {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Suite suite = Suite.shared();

  private final String order = "E" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
  private final String path = "/api/v1/order-sync/orders/" + order;
  private final Http clerk = ServiceCentre.signedIn(suite, "CLERK").api();
  private final Http lead = ServiceCentre.signedIn(suite, "LEAD").api();
  private Instant paidAt = CLOCK.instant();
  private String amount = "1270.00";

  @Test
  void an_order_with_no_address_to_write_to_is_mended_by_two_of_staff() {
    // Given
    assertEquals(200, push("上海\\t示例科技有限公司", "无").status());
    await("the order is held")
        .atMost(Customer.PATIENCE)
        .until(() -> clerk.get(path).status() == 200 && isHeld(clerk.get(path).json()));
    JsonNode held = clerk.get(path).expect(200).json();
    assertEquals("[\"PAYER_EMAIL_UNUSABLE\"]", held.path("flaws").toString());
    assertEquals("上海 示例科技有限公司", held.path("payer").path("name").asText());

    // When
    String address = order.toLowerCase(Locale.ROOT) + "@contoso.example";
    clerk
        .with("If-Match", "*")
        .send("PATCH", path, Map.of("payer", Map.of("email", address)))
        .expect(200);
    clerk.post(path + "/approval", Map.of("approve", true)).expect(403);
    lead.post(path + "/approval", Map.of("approve", true)).expect(200);

    // Then the payer hears of the order after all
    Mailbox.Mail mail =
        suite.mailbox().awaitMail(address, "confirmation", sent -> sent.text().contains(order));
    assertTrue(mail.text().contains("/register#"), mail::text);
  }

  @Test
  void an_order_that_no_statement_shows_is_released_by_two_of_staff() {
    // Given one that the platform told of and does not know, long ago
    paidAt = CLOCK.instant().minus(Duration.ofDays(5));
    assertEquals(200, push("上海示例科技有限公司", "finance@contoso.example").status());
    await("no statement shows it")
        .atMost(Customer.PATIENCE)
        .until(() -> clerk.get(path).status() == 200 && holdReason().equals("NOT_RECONCILED"));

    // When
    clerk.post(path + "/release", Map.of("reason", "Seen at the bank.")).expect(200);
    lead.post(path + "/approval", Map.of("approve", true)).expect(200);

    // Then
    await("it may be invoiced")
        .atMost(Customer.PATIENCE)
        .until(() -> clerk.get(path).json().path("status").asText().equals("INVOICEABLE"));
  }

  @Test
  void a_refused_push_is_taken_again_only_if_it_can_be() {
    // Given a push that cannot be true
    amount = "1e2";
    push("上海示例科技有限公司", "finance@contoso.example").expect(422);
    String refused = "/api/v1/order-sync/refused-pushes/" + refusedId();

    // When
    clerk.post(refused + "/redrive", null).expect(200);
    JsonNode problem = lead.post(refused + "/approval", Map.of("approve", true)).expect(409).json();

    // Then it stays refused, and nobody's question is open
    assertEquals("urn:fapiaosuite:problem:push-still-refused", problem.path("type").asText());
    JsonNode dropped =
        lead.post(refused + "/approval", Map.of("approve", false)).expect(200).json();
    assertTrue(dropped.path("redrive").isMissingNode(), dropped::toString);
    assertEquals(404, clerk.get(path).status());
  }

  private String refusedId() {
    for (JsonNode push :
        clerk.get("/api/v1/order-sync/refused-pushes?limit=100").expect(200).json().path("items")) {
      if (push.path("webhookId").asText().equals("msg_" + order)) {
        return push.path("id").asText();
      }
    }
    throw new AssertionError("the push is not among the refused ones");
  }

  private String holdReason() {
    return clerk.get(path).json().path("holdReason").asText();
  }

  private static boolean isHeld(JsonNode found) {
    return found.path("holdReason").asText().equals("DETAILS_MISSING");
  }

  private Http.Answer push(String name, String email) {
    String body =
        """
        {"type":"order.paid","timestamp":"%s","data":{"orderNumber":"%s","transactionId":"t-%s",\
        "customerId":"contoso-cn","payer":{"name":"%s","email":"%s"},\
        "product":"Office 365 E3, 12 months","quantity":10,\
        "amount":{"currency":"CNY","value":"%s"},"paidAt":"%s"}}"""
            .formatted(CLOCK.instant(), order, order, name, email, amount, paidAt);
    return PlatformPush.send(suite, "msg_" + order, CLOCK.instant(), body);
  }
}
