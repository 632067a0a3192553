package org.fapiaosuite.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
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

  @Test
  void an_order_with_no_address_to_write_to_is_mended_by_two_of_staff() {
    // Given
    assertEquals(200, push("上海\\t示例科技有限公司", "无").status());
    Http clerk = ServiceCentre.signedIn(suite, "CLERK").api();
    Http lead = ServiceCentre.signedIn(suite, "LEAD").api();
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

  private static boolean isHeld(JsonNode found) {
    return found.path("holdReason").asText().equals("DETAILS_MISSING");
  }

  private Http.Answer push(String name, String email) {
    String body =
        """
        {"type":"order.paid","timestamp":"%s","data":{"orderNumber":"%s","transactionId":"t-%s",\
        "customerId":"contoso-cn","payer":{"name":"%s","email":"%s"},\
        "product":"Office 365 E3, 12 months","quantity":10,\
        "amount":{"currency":"CNY","value":"1270.00"},"paidAt":"%s"}}"""
            .formatted(CLOCK.instant(), order, order, name, email, CLOCK.instant());
    return PlatformPush.send(suite, "msg_" + order, CLOCK.instant(), body);
  }
}
