package org.fapiaosuite.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail that is put off for a moment: the dispatcher is woken when it is due. */
@QuarkusTest
class PutOffTest extends LaterSendersTest {
  private static final Duration NEXT_POLL = Duration.ofDays(1);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Bell bell = new Bell();
  private SendQueue queue;
  private Delivery.Settlement putOff;

  @BeforeEach
  void aMailIsDueAgainBeforeThePoll() throws SQLException {
    add(ORDINARY, 1, 0);
    queue = sender(database, bell);
    Delivery mail = Objects.requireNonNull(queue.claim());
    Instant due = LATER.plus(config.pollInterval().dividedBy(2));
    putOff = mail.settle(Ending.notBefore(due, Reason.RATE_LIMITED), retries, LATER);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void the_bell_rings_before_the_next_poll(boolean alone) throws SQLException {
    // When
    if (alone) {
      queue.settle(putOff);
    } else {
      queue.settleAndClaim(putOff);
    }

    // Then
    assertTimeoutPreemptively(PATIENCE, () -> bell.await(NEXT_POLL));
  }
}
