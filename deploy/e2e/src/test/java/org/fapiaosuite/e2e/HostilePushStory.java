package org.fapiaosuite.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the payment platform's door does with pushes that are not the platform's. */
class HostilePushStory {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Suite suite = Suite.shared();

  @Test
  void a_forged_stale_or_altered_push_answers_401_and_leaves_no_trace() throws Exception {
    // Given
    String order = orderNumber();
    String body = paid(order);
    Instant now = CLOCK.instant();
    String secret = suite.platformSecret();
    double counted = refusals();
    String otherSecret = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);

    // When
    Http.Answer forged = push("msg_" + order, now, otherSecret, body, body);
    Http.Answer stale = push("msg_" + order, now.minusSeconds(301), secret, body, body);
    Http.Answer early = push("msg_" + order, now.plusSeconds(320), secret, body, body);
    Http.Answer altered =
        push("msg_" + order, now, secret, body, body.replace("1270.00", "9270.00"));

    // Then
    for (Http.Answer answer : List.of(forged, stale, early, altered)) {
      assertEquals(401, answer.status(), answer.text());
      assertEquals("application/problem+json", answer.contentType().split(";")[0]);
    }
    String sentinel = orderNumber();
    assertEquals(2, push("msg_" + sentinel, now, secret, paid(sentinel), null).status() / 100);
    suite.mailbox().awaitMail(payer(sentinel), "mail of an honest push", m -> true);
    assertTrue(suite.mailbox().to(payer(order)).isEmpty(), "an order nobody paid was confirmed");
    for (String table : List.of("push_key", "push", "refused_push")) {
      assertEquals(
          0,
          suite
              .databases()
              .number(
                  "order-sync",
                  "SELECT count(*) FROM " + table + " WHERE webhook_id = ?",
                  "msg_" + order),
          table);
    }
    assertEquals(counted + 4, refusals());
    Http lead = ServiceCentre.signedIn(suite, "LEAD").api();
    assertEquals(404, lead.post("/api/v1/order-sync/orders/" + order + "/resync", null).status());
  }

  @Test
  void the_same_push_five_times_in_parallel_has_one_effect() throws Exception {
    // Given
    String order = orderNumber();
    String body = paid(order);
    Instant now = CLOCK.instant();

    // When
    ExecutorService senders = Executors.newFixedThreadPool(5);
    List<Future<Http.Answer>> answers =
        java.util.stream.IntStream.range(0, 5)
            .mapToObj(
                i ->
                    senders.submit(
                        () -> push("msg_" + order, now, suite.platformSecret(), body, body)))
            .toList();
    senders.shutdown();

    // Then
    for (Future<Http.Answer> answer : answers) {
      assertTrue(answer.get().status() / 100 == 2, answer.get().text());
    }
    suite.mailbox().awaitMail(payer(order), "confirmation", m -> m.text().contains(order));
    new Audit(suite).awaitRest();
    assertEquals(1, suite.mailbox().to(payer(order)).size());
  }

  /** One that nobody else has, in the form in which it is told back. */
  private static String orderNumber() {
    return "E" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
  }

  /** Pushes refused for their envelope, as the operators' counter has it. */
  private static double refusals() {
    return suite
        .management("order-sync")
        .get("/q/metrics")
        .text()
        .lines()
        .filter(line -> line.startsWith("order_sync_pushes_total") && line.contains("not-verified"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static String payer(String order) {
    return order.toLowerCase(java.util.Locale.ROOT) + "@contoso.example";
  }

  private static String paid(String order) {
    return """
        {"type":"order.paid","timestamp":"%s","data":{"orderNumber":"%s","transactionId":"t-%s",\
        "customerId":"contoso-cn","payer":{"name":"上海示例科技有限公司","email":"%s"},\
        "product":"Office 365 E3, 12 months","quantity":10,\
        "amount":{"currency":"CNY","value":"1270.00"},"paidAt":"%s"}}"""
        .formatted(CLOCK.instant(), order, order, payer(order), CLOCK.instant());
  }

  private static Http.Answer push(
      String id, Instant at, String secret, String signed, @Nullable String sent) {
    return PlatformPush.send(suite, id, at, secret, signed, sent);
  }
}
