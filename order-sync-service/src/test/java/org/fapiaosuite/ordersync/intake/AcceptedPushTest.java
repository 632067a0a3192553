package org.fapiaosuite.ordersync.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.fapiaosuite.ordersync.Ed25519Key;
import org.fapiaosuite.ordersync.FakePlatform;
import org.fapiaosuite.ordersync.PaidOrder;
import org.fapiaosuite.ordersync.ServiceTest;
import org.fapiaosuite.ordersync.SignedPush;
import org.fapiaosuite.ordersync.contracts.Contract;
import org.fapiaosuite.testkit.Broker;
import org.fapiaosuite.testkit.Database;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AcceptedPushTest extends ServiceTest {
  @Inject MeterRegistry metrics;

  @Test
  void tells_of_the_payment_in_the_shape_of_the_contract() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);

    // When
    push(paid.push());

    // Then
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Database.query("SELECT count(sent_at) FROM outbox").equals("1"));
    Broker.Event event = Broker.events("order.events", paid.orderNumber()).get(0);
    assertEquals("order.paid.v1", event.type());
    Contract.assertKept(event.type(), event.data());
    assertTrue(event.data().contains("\"customerId\":\"simulator:contoso-cn\""), event.data());
    assertTrue(event.data().contains("\"value\":\"1270.00\""), event.data());
  }

  @Test
  void has_one_effect_however_often_and_however_parallel_it_comes()
      throws InterruptedException, ExecutionException {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    SignedPush push = SignedPush.of(paid.push(), NOW);
    ExecutorService senders = Executors.newFixedThreadPool(8);

    // When
    List<Future<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      answers.add(senders.submit(() -> push.send().statusCode()));
    }

    // Then
    for (Future<Integer> answer : answers) {
      assertEquals(200, answer.get());
    }
    senders.shutdown();
    work();
    assertEquals(List.of("order.paid.v1"), events(paid));
    assertEquals("1", Database.query("SELECT count(*) FROM push"));
    assertEquals("1", Database.query("SELECT count(*) FROM fact"));
    assertEquals("39", Database.query("SELECT repeats FROM push_key"));
  }

  @Test
  void has_one_effect_under_another_id_too() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    push(paid.push());

    // When
    push(paid.push());
    work();

    // Then
    assertEquals(List.of("order.paid.v1"), events(paid));
    assertEquals("SYNCHRONISING", order(paid).getString("status"));
  }

  @Test
  void says_that_it_was_a_duplicate() {
    SignedPush push = SignedPush.of(PaidOrder.at(NOW).push(), NOW);
    push.send().then().statusCode(200).body("outcome", equalTo("ACCEPTED"));
    push.send().then().statusCode(200).body("outcome", equalTo("DUPLICATE"));
  }

  @Test
  void with_another_body_under_the_same_id_is_refused() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    SignedPush.of("msg_1", paid.push().getBytes(UTF_8), NOW).send().then().statusCode(200);
    double before = counted("CHANGED");

    // When
    SignedPush changed =
        SignedPush.of("msg_1", paid.withAmount("9.00").push().getBytes(UTF_8), NOW);

    // Then
    changed
        .send()
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:fapiaosuite:problem:push-changed"));
    assertEquals(before + 1, counted("CHANGED"));
    assertEquals("1270.00", order(paid).getString("amount.value"));
  }

  @Test
  void may_be_signed_with_the_next_secret_or_with_several() {
    SignedPush push = SignedPush.of(PaidOrder.at(NOW).push(), NOW);
    String next =
        SignedPush.hmac(FakePlatform.NEXT_SECRET, push.id(), push.timestamp(), push.body());
    push.withSignature(next).send().then().statusCode(200);
    push.withSignature("v1,AAAA v9,zzz " + next).send().then().statusCode(200);
    push.withSignature(push.signature() + ' ' + next).send().then().statusCode(200);
  }

  @Test
  void may_be_signed_with_an_asymmetric_key() {
    SignedPush push = SignedPush.of(PaidOrder.at(NOW).push(), NOW);
    push.withSignature(push.signatureBy(Ed25519Key.PRESENT)).send().then().statusCode(200);
  }

  @Test
  void may_be_signed_with_the_next_asymmetric_key() {
    SignedPush push = SignedPush.of(PaidOrder.at(NOW).push(), NOW);
    String next = push.signatureBy(Ed25519Key.NEXT);
    push.withSignature(next).send().then().statusCode(200).body("outcome", equalTo("ACCEPTED"));
  }

  @Test
  void may_have_several_asymmetric_signatures_of_which_one_is_good() {
    SignedPush push = SignedPush.of(PaidOrder.at(NOW).push(), NOW);
    SignedPush other = SignedPush.of(PaidOrder.at(NOW).push(), NOW);
    String foreign = push.signatureBy(Ed25519Key.FOREIGN);
    String ofAnother = other.signatureBy(Ed25519Key.PRESENT);
    for (Ed25519Key key : List.of(Ed25519Key.PRESENT, Ed25519Key.NEXT)) {
      String good = push.signatureBy(key);
      for (String several :
          List.of(
              foreign + ' ' + ofAnother + ' ' + good,
              good + ' ' + foreign,
              "v1," + "A".repeat(44) + " v1a,%%% v1a, " + good)) {
        push.withSignature(several).send().then().statusCode(200);
      }
    }
    push.withSignature(foreign + ' ' + ofAnother).send().then().statusCode(401);
    assertEquals("1", Database.query("SELECT count(*) FROM push"));
  }

  @Test
  void of_a_type_that_we_know_nothing_of_is_kept_without_effect() {
    // Given
    double before = counted("IGNORED");

    // When
    SignedPush.of("{\"type\":\"dispute.opened\",\"data\":{\"x\":[1,2]}}", NOW)
        .send()
        .then()
        .statusCode(200)
        .body("outcome", equalTo("IGNORED"));

    // Then
    assertEquals(before + 1, counted("IGNORED"));
    assertEquals("dispute.opened", Database.query("SELECT type FROM push"));
    assertEquals("0", Database.query("SELECT count(*) FROM fact"));
    assertEquals("0", Database.query("SELECT count(*) FROM outbox"));
  }

  @Test
  void may_have_fields_that_we_know_nothing_of() {
    PaidOrder paid = PaidOrder.at(NOW);
    push(paid.push().replace("\"product\"", "\"channel\":{\"a\":1},\"product\""));
    assertEquals("SYNCHRONISING", order(paid).getString("status"));
  }

  /** What the monitoring is alarmed by. */
  private double counted(String outcome) {
    return metrics
        .counter("order.sync.pushes", "platform", "simulator", "outcome", outcome)
        .count();
  }
}
