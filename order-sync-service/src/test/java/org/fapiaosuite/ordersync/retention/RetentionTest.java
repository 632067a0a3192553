package org.fapiaosuite.ordersync.retention;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import org.fapiaosuite.ordersync.PaidOrder;
import org.fapiaosuite.ordersync.ServiceTest;
import org.fapiaosuite.ordersync.SignedPush;
import org.fapiaosuite.testkit.Database;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RetentionTest extends ServiceTest {
  @Inject Retention retention;

  @Test
  void bodies_lie_in_the_partition_of_their_day_and_go_with_it() {
    // Given
    retention.tend();
    PaidOrder paid = PaidOrder.at(NOW);
    SignedPush push = SignedPush.of(paid.push(), NOW);
    push.send().then().statusCode(200);
    String partition = Database.query("SELECT tableoid::regclass FROM push");

    // When
    clock.advance(Duration.ofDays(30));
    retention.tend();

    // Then
    assertEquals("push_20261117", partition);
    assertEquals("1", Database.query("SELECT count(*) FROM push"));

    // When
    clock.advance(Duration.ofDays(1));
    retention.tend();

    // Then
    assertEquals("0", Database.query("SELECT count(*) FROM push"));
    assertEquals(
        "", Database.query("SELECT relname FROM pg_class WHERE relname = 'push_20261117'"));
    assertEquals("1", Database.query("SELECT count(*) FROM push_key"));
    assertEquals("1270.00", order(paid).getString("amount.value"));
  }

  @Test
  void keys_are_kept_for_ninety_days() {
    // Given
    SignedPush push = SignedPush.of("{\"type\":\"x\"}", NOW);
    push.send().then().statusCode(200);
    SignedPush.of("{}", NOW).send().then().statusCode(422);

    // When
    clock.advance(Duration.ofDays(90));
    retention.tend();

    // Then
    assertEquals("1", Database.query("SELECT count(*) FROM push_key"));
    assertEquals("1", Database.query("SELECT count(*) FROM refused_push"));

    // When
    clock.advance(Duration.ofSeconds(1));
    retention.tend();

    // Then
    assertEquals("0", Database.query("SELECT count(*) FROM push_key"));
    assertEquals("0", Database.query("SELECT count(*) FROM refused_push"));
  }

  @Test
  void a_day_without_a_partition_costs_no_push() {
    // Given: far beyond what was made ahead
    clock.advance(Duration.ofDays(3650));

    // When
    Response answer = SignedPush.of("{\"type\":\"x\"}", clock.instant()).send();

    // Then
    answer.then().statusCode(200).body("outcome", equalTo("IGNORED"));
    assertEquals("push_default", Database.query("SELECT tableoid::regclass FROM push"));
  }
}
