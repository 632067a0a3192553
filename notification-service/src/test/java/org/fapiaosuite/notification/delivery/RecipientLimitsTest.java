package org.fapiaosuite.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.fapiaosuite.notification.NotificationTest;
import org.fapiaosuite.notification.templates.FactsJson;
import org.fapiaosuite.notification.templates.MailKind;
import org.fapiaosuite.testkit.Database;
import org.junit.jupiter.api.Test;

/** A flood of requests for one address is not a flood of mails (guarantees.md 6.3). */
@QuarkusTest
class RecipientLimitsTest extends NotificationTest {

  @Test
  void an_address_gets_three_mails_of_a_kind_an_hour_and_ten_a_day() {
    clock.set(Instant.parse("2026-11-20T00:00:00Z"));
    String to = someone();
    flood(to, MailKind.ACTIVATION, 200);

    awaitLimited(3, 197);

    for (int sent = 6; sent <= 9; sent += 3) {
      clock.advance(Duration.ofMinutes(61));
      awaitLimited(sent, 200 - sent);
    }
    clock.advance(Duration.ofMinutes(61));
    awaitLimited(10, 190);
    clock.advance(Duration.ofMinutes(61));
    awaitLimited(10, 190);
    assertEquals(10, mailsTo(to).size());
  }

  @Test
  void another_kind_and_another_address_are_not_affected() {
    String flooded = someone();
    String other = someone();
    flood(flooded, MailKind.ACTIVATION, 20);

    queue(MailKind.PASSWORD_RESET, flooded);
    queue(MailKind.ACTIVATION, other);

    awaitMailTo(other);
    Awaitility.await().until(() -> mailsTo(flooded).size() == 4);
  }

  @Test
  void mails_about_orders_and_fapiaos_are_never_held_back() {
    String to = someone();

    flood(to, MailKind.ISSUED, 30);
    flood(to, MailKind.ORDER_CONFIRMATION, 30);

    Awaitility.await().until(() -> count("SENT") == 60);
  }

  @Test
  void writing_the_address_in_capitals_is_no_way_around() {
    String to = someone();

    flood(to, MailKind.ACTIVATION, 3);
    flood(to.toUpperCase(java.util.Locale.ROOT), MailKind.ACTIVATION, 3);

    awaitLimited(3, 3);
  }

  private void flood(String to, MailKind kind, int mails) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              for (int i = 0; i < mails; i++) {
                deliveries.add(
                    NewDelivery.toAddress(
                        to + kind + i,
                        kind,
                        to,
                        "en",
                        kind.secret().isPresent() ? "subject-" + i : null,
                        FactsJson.read("{\"orderNumber\":\"E1\"}")));
              }
            });
  }

  /** Waits until each has its place, and something else that was queued after them has arrived. */
  private void awaitLimited(int sent, int heldBack) {
    String other = someone();
    queue(MailKind.ISSUED, other);
    awaitMailTo(other);
    Awaitility.await(sent + " sent, " + heldBack + " held back")
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                activations("SENT", "") == sent
                    && activations("PENDING", "RATE_LIMITED") == heldBack);
  }

  private static long activations(String state, String reason) {
    return Long.parseLong(
        Database.query(
            "SELECT count(*) FROM delivery WHERE kind = 'ACTIVATION' AND state = '%s'"
                    .formatted(state)
                + " AND coalesce(reason, '') = '%s'".formatted(reason)));
  }
}
