package org.fapiaosuite.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The suite without a part that died, and what it still takes while Kafka is away. One service is
 * killed, {@code -De2e.every=true} makes it every one. How long it takes is told each time and
 * compared with a bound only under {@code -De2e.timed=true}: it says as much of the machine, and of
 * what else that is doing, as of the suite.
 */
class RecoveryStory {
  private static final Duration BACK = Duration.ofSeconds(15);
  private static final boolean TIMED = Boolean.getBoolean("e2e.timed");
  private static final Suite suite = Suite.shared();
  private static final Nemesis nemesis = new Nemesis(suite, 0);

  @ParameterizedTest
  @MethodSource("services")
  void a_killed_service_serves_again(String service) {
    // Given
    Http http = suite.management(service);
    http.get("/q/health/ready").expect(200);

    // When
    long killed = System.nanoTime();
    nemesis.kill(service);
    await(service + " serves")
        .atMost(Customer.PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptions()
        .until(() -> http.get("/q/health/ready").status() == 200);

    // Then
    report(service + " serves again", killed);
  }

  static List<String> services() {
    return Boolean.getBoolean("e2e.every") ? Nemesis.SERVICES : List.of("order-sync");
  }

  @Test
  void events_are_taken_up_again_after_their_receiver_was_killed() {
    // Given
    Customer customer = Customer.stranger(suite);
    long killed = System.nanoTime();
    nemesis.strike("fapiao");

    // When
    String order = pay(customer, Duration.ZERO);
    await("bill of " + order)
        .atMost(Customer.PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> bills(order) == 1);

    // Then
    report("fapiao takes events up again", killed);
  }

  @Test
  void while_kafka_is_away_everything_is_taken_and_afterwards_nothing_is_missing()
      throws IOException {
    // Given a customer with a bill
    Customer customer = Customer.stranger(suite);
    String order = pay(customer, Duration.ofDays(4));
    customer.register(
        order,
        suite
            .mailbox()
            .awaitMail(customer.email, "confirmation", m -> m.text().contains("/register#"))
            .linkParameter("/register", "claim"));
    customer.activate();
    customer.signIn();
    JsonNode bill = customer.awaitBill(order, "INVOICEABLE");

    // When Kafka stops answering
    signal("STOP");
    Customer newcomer = Customer.stranger(suite);
    try {
      String late = pay(newcomer, Duration.ZERO);
      newcomer.register(late, "");
      String id = customer.apply(bill.path("id").asText(), "王小明").path("id").asText();
      assertEquals("SUBMITTED", customer.confirm(id).path("status").asText());
      await("order-sync's relay missing Kafka")
          .atMost(Customer.PATIENCE)
          .until(() -> held("order-sync") > 0);
      await("fapiao's relay missing Kafka")
          .atMost(Customer.PATIENCE)
          .until(() -> held("fapiao") > 0);
    } finally {
      signal("CONT");
    }

    // Then
    suite
        .mailbox()
        .awaitMail(newcomer.email, "activation", m -> m.text().contains("/activate#token="));
    new Audit(suite).awaitRest();
  }

  /** Events that a relay could not hand to Kafka and has set back for another try. */
  private static long held(String service) {
    return suite
        .databases()
        .number(
            service,
            "SELECT count(*) FROM outbox WHERE sent_at IS NULL AND next_attempt_at IS NOT NULL");
  }

  private static long bills(String order) {
    return suite
        .databases()
        .number("fapiao", "SELECT count(*) FROM bill WHERE order_number = ?", order);
  }

  private static String pay(Customer customer, Duration ago) {
    return suite
        .simulator()
        .post(
            "/orders",
            Map.of(
                "payer", Map.of("name", "Contoso", "email", customer.email),
                "paidAt", Clock.systemUTC().instant().minus(ago).toString()))
        .expect(201)
        .json()
        .path("orderNumber")
        .asText();
  }

  private static void signal(String name) throws IOException {
    long pid = suite.description().path("pids").path("kafka").asLong();
    Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start();
    await("signal " + name).until(() -> !kill.isAlive());
    assertEquals(0, kill.exitValue());
  }

  private static void report(String what, long since) {
    Duration took = Duration.ofNanos(System.nanoTime() - since);
    System.out.printf("%s after %d ms%n", what, took.toMillis());
    if (TIMED) {
      assertTrue(took.compareTo(BACK) <= 0, what + " only after " + took);
    }
  }
}
