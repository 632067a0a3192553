package org.fapiaosuite.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Shows that the checks of {@link Audit} can fail: the suite is broken on purpose, in its
 * databases, and each time the audit says so. A check that finds nothing here would prove nothing
 * elsewhere.
 */
class SabotageStory {
  private static final Suite suite = Suite.shared();

  @Test
  void an_event_marked_as_sent_before_it_is_sent_is_found_missing() {
    // Given
    breakTable("order-sync", "outbox", "NEW.sent_at := now();");

    // When
    Stubborn story = mendingAfterwards("order-sync", "outbox", () -> pay("marked"));

    // Then it is lost, not late: what came after it has arrived
    awaitBill(pay("after-marked"));
    assertEquals(List.of(), audit().lostOrders(List.of(story)));
    assertEquals(List.of(story.orderNumber + " has 0 bills"), audit().bills(List.of(story)));
  }

  @Test
  void a_mail_marked_as_sent_before_it_is_sent_is_found_missing() {
    // Given
    breakTable("notification", "delivery", "NEW.state := 'SENT'; NEW.next_attempt_at := NULL;");

    // When
    Stubborn story =
        mendingAfterwards(
            "notification", "delivery", () -> awaitHandled("notification", pay("unsent")));

    // Then it is lost, not late: a mail that came after it has arrived
    Stubborn after = pay("after-unsent");
    await("mail of the next order")
        .atMost(Customer.PATIENCE)
        .until(() -> confirmationFindings(after).isEmpty());
    assertEquals(
        List.of(story.orderNumber + ": order confirmation with 0 Message-IDs"),
        confirmationFindings(story));
  }

  @Test
  void without_the_inbox_a_repeated_event_is_found_twice() {
    // Given an inbox that remembers nothing, and no second wall behind it
    breakTable("notification", "inbox", "NEW.event_id := gen_random_uuid();");
    breakTable("notification", "delivery", "NEW.event_id := gen_random_uuid();");
    Supplier<Stubborn> payment =
        () -> {
          Stubborn paid = pay("repeated");
          await().atMost(Customer.PATIENCE).until(() -> confirmationFindings(paid).isEmpty());
          return paid;
        };
    Stubborn story =
        mendingAfterwards(
            "notification", "inbox", () -> mendingAfterwards("notification", "delivery", payment));
    List<String> doubleBefore = audit().doubleMails();

    // When Kafka brings the event again
    suite
        .databases()
        .sabotage(
            "order-sync",
            "UPDATE outbox SET sent_at = NULL WHERE data LIKE '%" + story.orderNumber + "%'");

    // Then
    assertEquals(List.of(), doubleBefore);
    String messageId = suite.mailbox().to(story.customer.email).get(0).messageId();
    List<String> expected = List.of(messageId + " stands in the queue 2 times");
    await("the audit notices")
        .atMost(Customer.PATIENCE)
        .until(() -> audit().doubleMails().equals(expected));
  }

  @Test
  void without_the_index_two_live_applications_of_one_share_are_found() {
    // Given a live application and no index
    Stubborn story = new Stubborn(suite, new Nemesis(suite, 0), "E-index");
    story.tell();
    List<String> doubleBefore = audit().doubleApplications();

    // When
    suite
        .databases()
        .sabotage(
            "fapiao",
            "DROP INDEX one_live_application_per_share;"
                + " INSERT INTO share_hold SELECT gen_random_uuid(), share_id, application_id,"
                + " amount_fen, live FROM share_hold WHERE live");

    // Then
    assertEquals(List.of(), doubleBefore);
    assertFalse(audit().doubleApplications().isEmpty());
  }

  @Test
  void an_event_acknowledged_before_its_effect_is_committed_is_found_missing() {
    // Given a receiver that settles each event, and whose effect is not there after all
    List<String> setAside = audit().deadLetters();
    suite
        .databases()
        .sabotage(
            "fapiao",
            "CREATE FUNCTION defect_bill() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " DELETE FROM bill_share WHERE bill_id = NEW.id;"
                + " DELETE FROM bill WHERE id = NEW.id; RETURN NULL; END $$;"
                + " CREATE CONSTRAINT TRIGGER defect AFTER INSERT ON bill"
                + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION defect_bill()");

    // When
    Stubborn story =
        mendingAfterwards("fapiao", "bill", () -> awaitHandled("fapiao", pay("acknowledged")));

    // Then
    assertEquals(List.of(story.orderNumber + " has 0 bills"), audit().bills(List.of(story)));
    assertEquals(setAside, audit().deadLetters());
    awaitBill(pay("after-acknowledged"));
  }

  private static Audit audit() {
    return new Audit(suite);
  }

  private static Stubborn pay(String name) {
    Stubborn story =
        new Stubborn(suite, new Nemesis(suite, 0), "E-" + name.toUpperCase(Locale.ROOT));
    suite
        .simulator()
        .post(
            "/orders",
            Map.of(
                "orderNumber", story.orderNumber,
                "payer", Map.of("name", "Contoso", "email", story.customer.email),
                "paidAt", Clock.systemUTC().instant().toString()))
        .expect(201);
    await("order " + name)
        .atMost(Customer.PATIENCE)
        .until(() -> audit().lostOrders(List.of(story)).isEmpty());
    return story;
  }

  private static void awaitBill(Stubborn story) {
    await("bill of " + story.orderNumber)
        .atMost(Customer.PATIENCE)
        .until(() -> audit().bills(List.of(story)).isEmpty());
  }

  /** Waits until the service has settled the event of the payment. */
  private static Stubborn awaitHandled(String service, Stubborn story) {
    String event =
        suite
            .databases()
            .column(
                "order-sync",
                "SELECT event_id FROM outbox WHERE type = 'order.paid.v1'"
                    + " AND data LIKE '%' || ? || '%'",
                story.orderNumber)
            .get(0);
    await(service + " has settled " + event)
        .atMost(Customer.PATIENCE)
        .until(
            () ->
                suite
                        .databases()
                        .number(service, "SELECT count(*) FROM inbox WHERE event_id = ?", event)
                    == 1);
    return story;
  }

  private static List<String> confirmationFindings(Stubborn story) {
    return audit().mails(List.of(story)).stream()
        .filter(finding -> finding.contains(": order confirmation with "))
        .toList();
  }

  private static Stubborn mendingAfterwards(
      String service, String table, Supplier<Stubborn> action) {
    try {
      return action.get();
    } finally {
      suite.databases().sabotage(service, "DROP TRIGGER defect ON " + table);
    }
  }

  /** Lets every insert into the table go through a statement that does what a defect would do. */
  private static void breakTable(String service, String table, String defect) {
    suite
        .databases()
        .sabotage(
            service,
            "CREATE OR REPLACE FUNCTION defect_%1$s() RETURNS trigger LANGUAGE plpgsql AS"
                    .formatted(table)
                + " $$ BEGIN "
                + defect
                + " RETURN NEW; END $$; CREATE TRIGGER defect BEFORE INSERT ON %1$s FOR EACH ROW"
                    .formatted(table)
                + " EXECUTE FUNCTION defect_%1$s()".formatted(table));
  }
}
