package org.fapiaosuite.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import org.fapiaosuite.testkit.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mail that is put off for a moment, by the waits of production. */
@QuarkusTest
class PutOffTest extends LaterSendersTest {
  private static final Duration NEXT_POLL = Duration.ofDays(1);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final DeliveryConfig production =
      new SmallRyeConfigBuilder()
          .withMapping(DeliveryConfig.class)
          .build()
          .getConfigMapping(DeliveryConfig.class);
  private final RetryPlan plan = new RetryPlan(production);
  private final Bell bell = new Bell();
  private SendQueue queue;

  @BeforeEach
  void aMailIsDue() {
    queue =
        new SendQueue(database, owners, plan, bell, production, Clock.fixed(LATER, ZoneOffset.UTC));
    add(ORDINARY, 1, 0);
  }

  @Test
  void the_bell_rings_when_it_is_due_again_after_it_was_settled() throws SQLException {
    // Given
    Delivery mail = Objects.requireNonNull(queue.claim());

    // When
    queue.settle(mail.settle(Ending.notReady(Reason.NO_SECRET), plan, LATER));

    // Then
    assertTimeoutPreemptively(PATIENCE, () -> bell.await(NEXT_POLL));
  }

  @Test
  void the_bell_rings_when_it_is_due_again_after_its_sender_took_the_next() throws SQLException {
    // Given
    Delivery mail = Objects.requireNonNull(queue.claim());

    // When
    queue.settleAndClaim(mail.settle(Ending.notReady(Reason.NO_SECRET), plan, LATER));

    // Then
    assertTimeoutPreemptively(PATIENCE, () -> bell.await(NEXT_POLL));
  }

  @Test
  void the_bell_rings_when_it_is_due_again_after_anothers_question() {
    // When
    queue.behind(ORDINARY).notYet(Set.of("s"));

    // Then
    assertTimeoutPreemptively(PATIENCE, () -> bell.await(NEXT_POLL));
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 0.02", "2, 3, 0.05", "5, 6, 0.5", "6, 6, 0.5", "12, 12, 0.5"})
  void anothers_question_makes_it_wait_up_to_half_a_second(int before, int after, double seconds) {
    // Given
    Database.execute("public", "UPDATE delivery SET waits = " + before);

    // When
    queue.behind(ORDINARY).notYet(Set.of("s"));

    // Then
    assertEquals(
        "%d %s true".formatted(after, Reason.NO_SECRET),
        Database.query(
            """
            SELECT waits || ' ' || reason || ' '
              || (next_attempt_at = timestamptz '%s' + make_interval(secs => %s))
            FROM delivery
            """
                .formatted(LATER, seconds)));
  }

  @Test
  void the_bell_never_rings_before_the_time() throws InterruptedException {
    // Given
    Duration wait = Duration.ofNanos(20_900_000);
    long began = System.nanoTime();

    // When
    bell.ringAfter(wait);
    bell.await(NEXT_POLL);

    // Then
    Duration waited = Duration.ofNanos(System.nanoTime() - began);
    assertTrue(waited.compareTo(wait) >= 0, waited::toString);
  }
}
