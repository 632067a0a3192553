package org.fapiaosuite.simulator;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fapiaosuite.simulator.Receiver.Arrival;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

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

  @ParameterizedTest
  @CsvSource({"2,3", "true,2"})
  void duplicates_are_copies_of_the_same_event(String duplicates, int sent) throws Exception {
    http.post("/faults", "{\"duplicates\":" + duplicates + "}");

    http.post("/orders", "{}");

    List<Arrival> pushes = arrivals(sent);
    assertEquals(1, pushes.stream().map(Arrival::id).distinct().count());
  }

  @Test
  void a_lost_push_never_comes_but_the_book_knows_it() throws Exception {
    http.post("/faults", "{\"dropPercent\":100}");
    JsonNode lost = http.post("/orders", "{\"paidAt\":\"2026-11-19T12:00:00+08:00\"}");
    http.post("/faults", "{}");
    JsonNode seen = http.post("/orders", "{}");

    assertEquals(seen.path("orderNumber").asText(), arrivals(1).get(0).orderNumber());
    assertEquals(1, http.get("/deliveries?outcome=LOST").path("items").size());
    assertEquals(200, http.send("GET", "/statements/2026-11-19", "").statusCode());
    assertEquals(
        200, http.send("GET", "/orders/" + lost.path("orderNumber").asText(), "").statusCode());
  }

  @Test
  void some_attempts_are_signed_wrongly() throws Exception {
    http.post("/faults", "{\"badSignaturePercent\":40}");
    receiver.answer(arrival -> isWellSigned(arrival) ? 204 : 401);

    http.post("/orders/bulk", "{\"count\":8}");

    awaitOutcome("DELIVERED", 8);
    assertEquals(8, receiver.arrivals().stream().filter(FaultsTest::isWellSigned).count());
    assertTrue(receiver.arrivals().size() > 8, "every attempt was signed well");
  }

  @Test
  void shuffled_events_do_not_leave_in_the_order_they_happened() throws Exception {
    http.post("/faults", "{\"shuffle\":true,\"shuffleMillis\":800}");

    JsonNode paid = http.post("/orders/bulk", "{\"count\":50}");

    List<String> arrived = arrivals(50).stream().map(Arrival::orderNumber).toList();
    List<String> booked = new ArrayList<>();
    paid.path("orderNumbers").forEach(number -> booked.add(number.asText()));
    assertNotEquals(booked, arrived);
    assertTrue(arrived.containsAll(booked));
  }

  @Test
  void a_refund_can_overtake_its_payment() throws Exception {
    http.post("/faults", "{\"refundsFirst\":true}");
    http.post("/orders", "{}");
    http.post("/refunds", "{}");

    assertEquals("order.refunded", arrivals(1).get(0).type());
    await().atMost(Duration.ofSeconds(15)).until(() -> receiver.arrivals().size() == 2);
    assertEquals("order.paid", receiver.arrivals().get(1).type());
  }

  @Test
  void a_refund_can_come_before_there_is_an_order() throws Exception {
    JsonNode refund = http.post("/refunds", "{\"orderNumber\":\"E-LATER\"}");
    http.post("/orders", "{\"orderNumber\":\"E-LATER\"}");

    assertEquals("1.00", refund.path("amount").path("value").asText());
    assertEquals("1.00", http.get("/orders/E-LATER").path("refunded").asText());
    assertEquals(2, arrivals(2).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"dropPercent\":101}",
        "{\"dropPercent\":-1}",
        "{\"what\":1}",
        "[]",
        "null",
        "{"
      })
  void a_fault_that_does_not_exist_is_refused(String faults) throws Exception {
    assertEquals(400, http.send("POST", "/faults", faults).statusCode());
    assertFalse(http.get("/faults").path("shuffle").asBoolean());
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

  private static boolean isWellSigned(Arrival arrival) {
    long timestamp = Long.parseLong(arrival.headers().get("webhook-timestamp"));
    try {
      return new Webhook(TestPlatform.SECRET)
          .sign(arrival.id(), timestamp, arrival.body())
          .equals(arrival.headers().get("webhook-signature"));
    } catch (EmptyWebhookSecretException | WebhookSigningException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
