package org.fapiaosuite.ordersync.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fapiaosuite.ordersync.PaidOrder;
import org.fapiaosuite.ordersync.ServiceTest;
import org.fapiaosuite.ordersync.SignedPush;
import org.fapiaosuite.testkit.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PushBatchTest extends ServiceTest {

  @Test
  void gives_a_result_for_each_event() {
    // Given
    PaidOrder first = PaidOrder.at(NOW);
    PaidOrder second = PaidOrder.at(NOW);
    SignedPush.of("known", first.push().getBytes(UTF_8), NOW).send().then().statusCode(200);

    // When
    String batch =
        batch(
            event("known", first.push()),
            event("new", second.push()),
            event("new", second.push()),
            event("new", second.withAmount("1.00").push()),
            event("impossible", PaidOrder.at(NOW).withAmount("1e2").push()),
            event("unknown", "{\"type\":\"dispute.opened\"}"),
            event(
                "unreadable", "{\"type\":\"a\",\"data\":" + "[".repeat(21) + "]".repeat(21) + "}"));

    // Then
    SignedPush.of(batch, NOW)
        .send("/batch")
        .then()
        .statusCode(200)
        .body(
            "items.outcome",
            equalTo(
                List.of(
                    "DUPLICATE",
                    "ACCEPTED",
                    "DUPLICATE",
                    "CHANGED",
                    "REFUSED",
                    "IGNORED",
                    "UNREADABLE")))
        .body("items.status", equalTo(List.of(200, 200, 200, 409, 422, 200, 400)))
        .body("items[4].field", equalTo("data.amount.value"))
        .body("items[4].reason", equalTo("AMOUNT"));
    assertEquals(List.of("order.paid.v1"), events(first));
    assertEquals(List.of("order.paid.v1"), events(second));
  }

  @Test
  void takes_a_hundred_at_once_and_knows_them_again_one_by_one() {
    // Given
    List<PaidOrder> orders = new ArrayList<>();
    List<String> events = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      PaidOrder paid = PaidOrder.at(NOW);
      orders.add(paid);
      events.add(event("msg_" + i, paid.push()));
    }

    // When
    SignedPush.of(batch(events.toArray(String[]::new)), NOW)
        .send("/batch")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(100))
        .body("items.findAll { it.outcome == 'ACCEPTED' }.size()", equalTo(100));

    // Then
    SignedPush.of("msg_7", orders.get(7).push().getBytes(UTF_8), NOW)
        .send()
        .then()
        .statusCode(200)
        .body("outcome", equalTo("DUPLICATE"));
    assertEquals("100", Database.query("SELECT count(*) FROM orders"));
    assertEquals("100", Database.query("SELECT count(*) FROM outbox"));
  }

  @Test
  void two_payments_of_one_order_open_it_once() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);

    // When
    SignedPush.of(
            batch(event("a", paid.push()), event("b", paid.withTransaction("T2").push())), NOW)
        .send("/batch")
        .then()
        .statusCode(200);
    work();

    // Then
    assertEquals("PAID_TWICE", synced(paid).getString("holdReason"));
    assertEquals(List.of("order.paid.v1", "order.held.v1"), events(paid));
  }

  @Test
  void the_same_events_in_parallel_and_in_any_sequence_have_one_effect()
      throws InterruptedException, ExecutionException {
    // Given
    List<String> events = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      events.add(event("msg_" + i, PaidOrder.at(NOW).push()));
    }
    ExecutorService senders = Executors.newFixedThreadPool(8);
    java.util.Random random = new java.util.Random(7);

    // When
    List<Future<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      java.util.Collections.shuffle(events, random);
      SignedPush push = SignedPush.of(batch(events.toArray(String[]::new)), NOW);
      answers.add(senders.submit(() -> push.send("/batch").statusCode()));
    }

    // Then
    for (Future<Integer> answer : answers) {
      assertEquals(200, answer.get());
    }
    senders.shutdown();
    assertEquals("40", Database.query("SELECT count(*) FROM orders"));
    assertEquals("40", Database.query("SELECT count(*) FROM outbox"));
    assertEquals("40", Database.query("SELECT count(*) FROM push"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"events\":[]}",
        "{\"events\":{}}",
        "{\"events\":[7]}",
        "{\"events\":[{\"id\":\"a\"}]}",
        "{\"events\":[{\"id\":\"\",\"event\":{}}]}",
        "{\"events\":[{\"id\":\"a b\",\"event\":{}}]}",
        "{\"events\":[{\"id\":\"a\",\"event\":7}]}",
        "{\"events\":[{\"id\":\"a\",\"event\":{}}]}x",
        "{\"events\":[{\"id\":\"a\",\"event\":{}}]",
      })
  void that_is_none_is_unreadable(String body) {
    SignedPush.of(body, NOW).send("/batch").then().statusCode(400);
  }

  @Test
  void of_more_than_a_hundred_is_unreadable() {
    String[] events = new String[101];
    java.util.Arrays.setAll(events, i -> event("msg_" + i, "{\"type\":\"x\"}"));
    SignedPush.of(batch(events), NOW).send("/batch").then().statusCode(400);
  }

  @Test
  void is_signed_as_a_whole() {
    SignedPush push = SignedPush.of(batch(event("a", "{\"type\":\"x\"}")), NOW);
    push.withBody(batch(event("b", "{\"type\":\"x\"}"))).send("/batch").then().statusCode(401);
  }

  private static String event(String id, String body) {
    return "{\"id\":\"" + id + "\",\"event\":" + body + "}";
  }

  private static String batch(String... events) {
    return "{\"events\":[" + String.join(",", events) + "]}";
  }
}
