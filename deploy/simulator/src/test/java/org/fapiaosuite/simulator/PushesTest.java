package org.fapiaosuite.simulator;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.fapiaosuite.simulator.Receiver.Arrival;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushesTest {

  @TempDir Path folder;
  private Receiver receiver;
  private TestPlatform platform;
  private Http http;

  @BeforeEach
  void start() throws Exception {
    receiver = new Receiver();
    platform = new TestPlatform(folder, receiver.events());
    http = platform.http();
  }

  @AfterEach
  void stop() throws Exception {
    platform.close();
    receiver.close();
  }

  @Test
  void an_order_without_any_field_is_completed_paid_and_pushed() throws Exception {
    JsonNode order = http.post("/orders", "");

    assertTrue(order.path("orderNumber").asText().matches("E[0-9A-Z]{9}"));
    assertTrue(order.path("transactionId").asText().matches("42[0-9A-Z]{14}"));
    assertTrue(order.path("customerId").asText().startsWith("customer-"));
    assertTrue(order.path("payer").path("email").asText().endsWith("@customers.example"));
    assertEquals("CNY", order.path("amount").path("currency").asText());
    assertEquals("2026-11-20T10:00:00+08:00", order.path("paidAt").asText());
    Arrival push = arrivals(1).get(0);
    JsonNode event = Http.tree(push.body());
    assertEquals("order.paid", event.path("type").asText());
    assertEquals("2026-11-20T10:00:00+08:00", event.path("timestamp").asText());
    assertEquals(order, event.path("data"));
    assertEquals("application/json", push.headers().get("content-type"));
  }

  @Test
  void what_the_caller_writes_stays_as_it_is_sense_or_nonsense() throws Exception {
    String order =
        "{\"orderNumber\":\"\\u0000 OR 1=1--\",\"transactionId\":7,\"customerId\":\"\",\"payer\":"
            + "{\"name\":\"\\ud800\",\"email\":\"@\"},\"product\":[],\"quantity\":-1,\"amount\":"
            + "{\"currency\":\"usd\",\"value\":12.340},\"paidAt\":\"2026-02-30\",\"more\":true}";

    JsonNode answer = http.post("/orders", order);

    assertEquals(Http.tree(order), answer);
    String body = arrivals(1).get(0).body();
    assertEquals(Http.tree(order), Http.tree(body).path("data"));
    assertTrue(body.contains("12.340"), "the amount lost a digit: " + body);
  }

  @Test
  void the_reference_implementation_accepts_the_signature() throws Exception {
    http.post("/orders", "{\"payer\":{\"name\":\"上海示例科技有限公司\"}}");

    Arrival push = arrivals(1).get(0);

    Webhook reference = new Webhook(TestPlatform.SECRET);
    long timestamp = Long.parseLong(push.headers().get("webhook-timestamp"));
    assertEquals(
        reference.sign(push.id(), timestamp, push.body()), push.headers().get("webhook-signature"));
  }

  @Test
  void a_push_is_repeated_until_it_is_taken_with_one_id_and_each_time_a_new_timestamp()
      throws Exception {
    receiver.answer(
        arrival -> {
          platform.advance(Duration.ofMinutes(1));
          return receiver.arrivals().size() < 3 ? 503 : 202;
        });

    http.post("/orders", "{}");

    List<Arrival> pushes = arrivals(4);
    assertEquals(1, pushes.stream().map(Arrival::id).distinct().count());
    assertEquals(1, pushes.stream().map(Arrival::body).distinct().count());
    assertEquals(
        4, pushes.stream().map(push -> push.headers().get("webhook-timestamp")).distinct().count());
    awaitOutcome("DELIVERED", 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 409, 422})
  void what_would_not_help_to_repeat_is_not_repeated(int status) throws Exception {
    receiver.answer(arrival -> status);

    http.post("/orders", "{}");

    awaitOutcome("REFUSED", 1);
    JsonNode delivery = http.get("/deliveries").path("items").get(0);
    assertEquals(1, delivery.path("attempts").asInt());
    assertEquals(status, delivery.path("lastStatus").asInt());
  }

  @Test
  void a_refund_is_of_the_order_paid_last_and_of_all_that_is_left() throws Exception {
    JsonNode order = http.post("/orders", "{\"amount\":{\"value\":\"1270.00\"}}");
    JsonNode first = http.post("/refunds", "{\"amount\":{\"value\":\"270.00\"}}");
    JsonNode second = http.post("/refunds", "{}");

    assertEquals(order.path("orderNumber"), first.path("orderNumber"));
    assertEquals(order.path("transactionId"), second.path("transactionId"));
    assertEquals("1000.00", second.path("amount").path("value").asText());
    assertNotEquals(first.path("refundId"), second.path("refundId"));
    List<String> types = arrivals(3).stream().map(Arrival::type).sorted().toList();
    assertEquals(List.of("order.paid", "order.refunded", "order.refunded"), types);
    JsonNode book = http.get("/orders/" + order.path("orderNumber").asText());
    assertEquals("1270.00", book.path("refunded").asText());
  }

  @Test
  void an_order_number_is_paid_once() throws Exception {
    http.post("/orders", "{\"orderNumber\":\"E1\"}");

    assertEquals(409, http.send("POST", "/orders", "{\"orderNumber\":\"E1\"}").statusCode());
  }

  @Test
  void any_bytes_can_be_pushed_well_signed() throws Exception {
    http.post("/pushes", "not even {json");

    Arrival push = arrivals(1).get(0);
    assertEquals("not even {json", push.body());
    assertEquals(
        new Webhook(TestPlatform.SECRET)
            .sign(push.id(), Long.parseLong(push.headers().get("webhook-timestamp")), push.body()),
        push.headers().get("webhook-signature"));
  }

  @Test
  void many_orders_at_once_arrive_once_each() throws Exception {
    JsonNode paid = http.post("/orders/bulk", "{\"count\":2000,\"order\":{\"customerId\":\"c\"}}");

    assertEquals(2000, paid.path("count").asInt());
    List<Arrival> pushes = arrivals(2000);
    awaitOutcome("DELIVERED", 2000);
    assertEquals(2000, pushes.stream().map(Arrival::orderNumber).distinct().count());
    assertEquals(2000, http.get("/orders").path("items").size());
    assertEquals(2000, receiver.arrivals().size());
  }

  private List<Arrival> arrivals(int count) {
    await().atMost(Duration.ofSeconds(20)).until(() -> receiver.arrivals().size() >= count);
    return receiver.arrivals();
  }

  private void awaitOutcome(String outcome, int count) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> http.get("/deliveries").path("counts").path(outcome).asInt() == count);
  }
}
