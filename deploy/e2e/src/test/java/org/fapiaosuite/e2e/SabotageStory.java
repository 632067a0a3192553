package org.fapiaosuite.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Shows that the checks of {@link Audit} can fail: the suite is broken on purpose, in its
 * databases, and each time the audit says so. A check that finds nothing here would prove nothing
 * elsewhere.
 */
class SabotageStory {
  private static final Duration PATIENCE = Duration.ofSeconds(45);
  private static final Suite suite = Suite.shared();

  @Test
  void an_event_marked_as_sent_before_it_is_sent_is_found_missing() {
    // Given
    breakTable("order-sync", "outbox", "NEW.sent_at := now();");

    // When
    Stubborn story = pay("marked");

    // Then
    mend("order-sync", "outbox");
    assertEquals(List.of(), audit().lostOrders(List.of(story)));
    assertTrue(
        audit().bills(List.of(story)).contains(story.orderNumber + " has 0 bills"),
        "the lost event is not noticed");
  }

  @Test
  void a_mail_marked_as_sent_before_it_is_sent_is_found_missing() {
    // Given
    breakTable("notification", "delivery", "NEW.state := 'SENT';");

    // When
    Stubborn story = pay("unsent");
    await().atMost(PATIENCE).until(() -> audit().bills(List.of(story)).isEmpty());

    // Then
    mend("notification", "delivery");
    assertTrue(
        audit()
            .mails(List.of(story))
            .contains(story.orderNumber + ": order confirmation with 0 Message-IDs"),
        "the lost mail is not noticed");
  }

  @Test
  void without_the_inbox_a_repeated_event_is_found_twice() {
    // Given an inbox that remembers nothing, and no second wall behind it
    breakTable("notification", "inbox", "NEW.event_id := gen_random_uuid();");
    Stubborn story = pay("repeated");
    await().atMost(PATIENCE).until(() -> suite.mailbox().to(story.customer.email).size() == 1);
    List<String> setAside = audit().deadLetters();

    // When Kafka brings the event again
    suite
        .databases()
        .sabotage(
            "notification",
            "ALTER TABLE delivery DROP CONSTRAINT delivery_event_id_kind_key,"
                + " DROP CONSTRAINT delivery_message_id_key");
    suite.databases().sabotage("order-sync", "UPDATE outbox SET sent_at = NULL");

    // Then
    await("the audit notices")
        .atMost(PATIENCE)
        .until(
            () ->
                audit().deadLetters().size() > setAside.size()
                    || suite.mailbox().to(story.customer.email).size() > 1);
    mend("notification", "inbox");
  }

  @Test
  void without_the_index_two_live_applications_of_one_share_are_found() {
    // Given a live application and no index
    Stubborn story = new Stubborn(suite, new Nemesis(suite, 0), "E-index");
    story.tell();
    assertEquals(List.of(), audit().doubleApplications());

    // When
    suite
        .databases()
        .sabotage(
            "fapiao",
            "DROP INDEX one_live_application_per_share;"
                + " INSERT INTO share_hold SELECT gen_random_uuid(), share_id, application_id,"
                + " amount_fen, live FROM share_hold WHERE live");

    // Then
    assertFalse(audit().doubleApplications().isEmpty());
  }

  @Test
  void an_event_acknowledged_before_its_effect_is_committed_is_found_missing() {
    // Given a receiver that settles each event and throws its effect away
    breakTable("fapiao", "bill", "RETURN NULL;");

    // When
    Stubborn story = pay("acknowledged");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                suite
                        .databases()
                        .number("order-sync", "SELECT count(*) FROM outbox WHERE sent_at IS NULL")
                    == 0);
    suite.mailbox().awaitMail(story.customer.email, "confirmation", mail -> true);

    // Then
    assertTrue(!audit().bills(List.of(story)).isEmpty(), "the lost effect is not noticed");
    mend("fapiao", "bill");
  }

  private static Audit audit() {
    return new Audit(suite);
  }

  private static Stubborn pay(String name) {
    Stubborn story = new Stubborn(suite, new Nemesis(suite, 0), "E-" + name);
    suite
        .simulator()
        .post(
            "/orders",
            Map.of(
                "orderNumber", story.orderNumber,
                "payer", Map.of("name", "Contoso", "email", story.customer.email),
                "paidAt", Clock.systemUTC().instant().minus(Duration.ofDays(4)).toString()))
        .expect(201);
    await("order " + name)
        .atMost(PATIENCE)
        .until(() -> audit().lostOrders(List.of(story)).isEmpty());
    return story;
  }

  /** Lets every insert into the table go through a statement that does what a defect would do. */
  private static void breakTable(String service, String table, String defect) {
    suite
        .databases()
        .sabotage(
            service,
            "CREATE FUNCTION defect_%1$s() RETURNS trigger LANGUAGE plpgsql AS".formatted(table)
                + " $$ BEGIN "
                + defect
                + " RETURN NEW; END $$; CREATE TRIGGER defect BEFORE INSERT ON %1$s FOR EACH ROW"
                    .formatted(table)
                + " EXECUTE FUNCTION defect_%1$s()".formatted(table));
  }

  private static void mend(String service, String table) {
    suite.databases().sabotage(service, "DROP TRIGGER defect ON " + table);
  }
}
