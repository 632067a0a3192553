package org.fapiaosuite.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A platform that repeats, shuffles, mis-signs and loses its pushes; its statement does not lie.
 */
class FaultyPlatformStory {
  private static final int ORDERS = 30;
  private static final int REFUNDED = 10;
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Suite suite = Suite.shared();

  private final LocalDate day = LocalDate.now(Clock.system(CHINA)).minusDays(4);
  private final String payer = "faulty-" + UUID.randomUUID() + "@contoso.example";

  @AfterEach
  void behaveAgain() {
    suite.simulator().post("/faults", Map.of()).expect(200);
  }

  @Test
  void every_order_is_in_the_book_once_whatever_became_of_its_pushes() {
    // Given
    long refused = pushes("not-verified");
    long repeated = repeats();
    suite
        .simulator()
        .post(
            "/faults",
            Map.of(
                "duplicates", 2,
                "shuffle", true,
                "shuffleMillis", 500,
                "delayMillis", 50,
                "dropPercent", 30,
                "badSignaturePercent", 30))
        .expect(200);

    // When many orders are paid and some partly refunded
    List<String> orders = new ArrayList<>();
    for (int i = 0; i < ORDERS; i++) {
      orders.add(pay());
    }
    orders.subList(0, REFUNDED).forEach(this::refund);
    await("every push to be taken or lost")
        .atMost(Customer.PATIENCE)
        .until(() -> deliveries("PENDING").isEmpty());

    // Then each fault has struck
    assertTrue(pushes("not-verified") > refused, "no push with a wrong signature came");
    assertTrue(repeats() > repeated, "no push came twice");
    assertTrue(deliveries("LOST").stream().anyMatch(orders::contains), "no push was lost");

    // When staff have the statement of the day fetched again
    Http clerk = ServiceCentre.signedIn(suite, "CLERK").api();
    clerk.post("/api/v1/order-sync/reconciliations", Map.of("date", day.toString())).expect(202);
    await("every order in the book")
        .atMost(Customer.PATIENCE)
        .until(() -> count("order-sync", "orders", orders) == ORDERS);
    new Audit(suite).awaitRest();

    // Then each is there once, with what was paid back, and everybody has heard of it once
    for (String order : orders) {
      JsonNode view = clerk.get("/api/v1/order-sync/orders/" + order).expect(200).json();
      assertEquals("1270.00", view.path("amount").path("value").asText(), order);
      assertEquals(
          orders.indexOf(order) < REFUNDED ? "270.00" : "0.00",
          view.path("refundedAmount").path("value").asText(),
          order);
    }
    List<String> paid =
        new Topics(suite.kafka())
            .everything().stream()
                .filter(event -> Topics.type(event).equals("order.paid.v1"))
                .filter(event -> event.contains(payer))
                .toList();
    assertEquals(ORDERS, paid.size());
    for (String order : orders) {
      assertEquals(1, paid.stream().filter(event -> event.contains(order)).count(), order);
    }
    assertEquals(ORDERS, count("fapiao", "bill", orders));
    assertEquals(ORDERS, count("account", "paid_order", orders));
    assertEquals(ORDERS, suite.mailbox().to(payer).size());
  }

  private String pay() {
    return suite
        .simulator()
        .post(
            "/orders",
            Map.of(
                "payer", Map.of("name", "上海示例科技有限公司", "email", payer),
                "amount", Map.of("currency", "CNY", "value", "1270.00"),
                "paidAt", day + "T12:00:00+08:00"))
        .expect(201)
        .json()
        .path("orderNumber")
        .asText();
  }

  private void refund(String order) {
    suite
        .simulator()
        .post(
            "/refunds",
            Map.of(
                "orderNumber",
                order,
                "amount",
                Map.of("currency", "CNY", "value", "270.00"),
                "refundedAt",
                day + "T13:00:00+08:00"))
        .expect(201);
  }

  /** Order numbers of the pushes with that outcome. */
  private static List<String> deliveries(String outcome) {
    return suite
        .simulator()
        .get("/deliveries?outcome=" + outcome)
        .expect(200)
        .json()
        .path("items")
        .findValuesAsText("orderNumber");
  }

  private static long count(String service, String table, List<String> orders) {
    return suite
        .databases()
        .number(
            service,
            "SELECT count(*) FROM " + table + " WHERE order_number = ANY (?)",
            (Object) orders.toArray(String[]::new));
  }

  private static long repeats() {
    return suite.databases().number("order-sync", "SELECT coalesce(sum(repeats), 0) FROM push_key");
  }

  private static long pushes(String outcome) {
    return suite
        .management("order-sync")
        .get("/q/metrics")
        .text()
        .lines()
        .filter(line -> line.startsWith("order_sync_pushes_total") && line.contains(outcome))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
