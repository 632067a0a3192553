package org.fapiaosuite.fapiao.issuing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import org.fapiaosuite.testkit.Database;
import org.junit.jupiter.api.Test;

/** A refund that comes while nobody knows whether the Fapiao was issued: it waits for that. */
@QuarkusTest
@TestProfile(ProviderIssues.class)
class RefundWhileUnknownTest extends IssuerTrial {

  @Test
  void a_refund_while_unknown_waits_and_shrinks_what_was_refused() {
    // Given
    String order = story.paidOrder("1270.00");
    String id = story.accepted(story.invoiceable(order));
    provider.whenToldToIssue(asked -> UNKNOWN);
    provider.whenAsked(asked -> new IssueOutcome.Refused("no"));
    issue(id);
    story.refunded(order, "270.00");
    awaitDeficit(order, "27000");
    String waiting = story.application(id).getString("amount.value");

    // When
    clock.advance(Duration.ofMinutes(1));
    recovery.takeUp();

    // Then
    assertEquals("1270.00", waiting);
    assertEquals("1000.00", story.application(id).getString("amount.value"));
    assertEquals("IN_PROCESS", status(id));
    assertEquals("0", deficit(order));
  }

  @Test
  void a_full_refund_while_unknown_waits_and_cancels_what_was_refused() {
    // Given
    String order = story.paidOrder("1270.00");
    String bill = story.invoiceable(order);
    String id = story.accepted(bill);
    provider.whenToldToIssue(asked -> UNKNOWN);
    provider.whenAsked(asked -> new IssueOutcome.Refused("no"));
    issue(id);
    story.refunded(order, "1270.00");
    awaitDeficit(order, "127000");
    String waiting = status(id);

    // When
    clock.advance(Duration.ofMinutes(1));
    recovery.takeUp();

    // Then
    assertEquals("ISSUE_UNKNOWN", waiting);
    assertEquals("CANCELLED", status(id));
    assertEquals("REFUNDED", story.bill(bill).getString("blockReason"));
    assertEquals("0", deficit(order));
  }

  @Test
  void a_refund_while_unknown_is_a_deficit_of_what_was_issued() {
    // Given
    String order = story.paidOrder("1270.00");
    String id = story.accepted(story.invoiceable(order));
    provider.whenToldToIssue(
        asked -> {
          provider.make(asked);
          return UNKNOWN;
        });
    issue(id);
    story.refunded(order, "270.00");
    awaitDeficit(order, "27000");

    // When
    clock.advance(Duration.ofMinutes(1));
    recovery.takeUp();

    // Then
    assertEquals("ISSUED", status(id));
    assertEquals("1270.00", story.application(id).getString("amount.value"));
    assertEquals("27000", deficit(order));
  }

  private static void awaitDeficit(String order, String fen) {
    await().atMost(PATIENCE).until(() -> deficit(order).equals(fen));
  }

  private static String deficit(String order) {
    return Database.query("SELECT deficit_fen FROM bill WHERE order_number = '" + order + "'");
  }
}
