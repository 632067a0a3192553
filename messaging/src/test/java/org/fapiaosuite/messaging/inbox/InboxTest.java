package org.fapiaosuite.messaging.inbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.fapiaosuite.messaging.Ledger;
import org.fapiaosuite.messaging.Wire;
import org.fapiaosuite.testkit.SuiteInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = SuiteInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "messaging"))
class InboxTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject Ledger ledger;
  @Inject Wire wire;
  @Inject Inbox inbox;

  private final String key = UUID.randomUUID().toString();

  @Test
  void an_event_that_comes_five_times_has_its_effect_once() {
    // Given
    String event = newEvent();

    // When
    for (int i = 0; i < 5; i++) {
      wire.say(key, event, "{\"text\":\"once\"}");
    }
    wire.say(key, newEvent(), "{\"text\":\"after\"}");

    // Then
    awaitEntries("once", "after");
    assertEquals(1, ledger.calls(event));
  }

  @Test
  void a_failing_handler_leaves_no_effect_and_after_three_tries_a_dead_letter() {
    // Given
    ledger.failOn(key, new IllegalStateException("broken"));
    String event = newEvent();

    // When
    wire.say(key, event, "{\"text\":\"never\"}");

    // Then
    awaitState(event, "DEAD");
    assertEquals(3, ledger.calls(event));
    assertEquals(List.of(), ledger.entries(key));
    assertEquals(
        List.of("java.lang.IllegalStateException"),
        ledger.column("SELECT error FROM dead_letter WHERE event_id = ?", event));
  }

  @Test
  void a_dead_letter_does_not_hold_back_the_next_event() {
    // Given
    ledger.failOn(key, new IllegalStateException("broken"));
    String first = newEvent();
    wire.say(key, first, "{\"text\":\"first\"}");
    awaitState(first, "DEAD");
    ledger.succeedOn(key);

    // When
    wire.say(key, newEvent(), "{\"text\":\"second\"}");

    // Then
    awaitEntries("second");
  }

  @Test
  void an_event_that_waits_for_another_is_parked_and_later_ones_stay_behind_it() {
    // Given
    ledger.failOn(key, new RetryLaterException("needs a fact"));
    String first = newEvent();
    String second = newEvent();
    wire.say(key, first, "{\"text\":\"first\"}");
    awaitState(first, "PARKED");

    // When
    wire.say(key, second, "{\"text\":\"second\"}");
    awaitState(second, "PARKED");
    ledger.succeedOn(key);

    // Then
    awaitEntries("first", "second");
    await().atMost(PATIENCE).until(() -> states(first).isEmpty() && states(second).isEmpty());
  }

  @Test
  void an_event_that_came_too_early_does_not_hold_back_the_one_it_waits_for() {
    // Given the second is here before the first, as when Kafka has lost its data
    String first = newEvent();
    String second = newEvent();
    String third = newEvent();
    ledger.need(second, "first");
    wire.say(key, second, 12, "{\"text\":\"second\"}");
    awaitState(second, "PARKED");
    postpone(second);
    wire.say(key, third, 13, "{\"text\":\"third\"}");
    awaitState(third, "PARKED");

    // When
    wire.say(key, first, 11, "{\"text\":\"first\"}");

    // Then
    awaitEntries("first", "second", "third");
    await().atMost(PATIENCE).until(() -> states(second).isEmpty() && states(third).isEmpty());
  }

  @Test
  void a_parked_event_whose_cause_stays_becomes_a_dead_letter_and_lets_the_next_go() {
    // Given
    ledger.failOn(key, new RetryLaterException("needs a fact"));
    String first = newEvent();

    // When
    wire.say(key, first, "{\"text\":\"first\"}");

    // Then
    awaitState(first, "DEAD");
    assertEquals(6, ledger.calls(first), "three tries in place and three by schedule");
  }

  @Test
  void what_is_no_event_goes_to_the_dead_letters_and_blocks_nothing() {
    // Given
    long before = unreadable();

    // When
    wire.sayBare(key, "no headers".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    wire.sayBare(null, new byte[] {0, 1, 2});
    wire.sayBare(key, null);
    String wrongShape = newEvent();
    wire.say(key, wrongShape, "[not json");
    wire.say(key, newEvent(), "{\"text\":\"readable\"}");

    // Then
    awaitEntries("readable");
    awaitState(wrongShape, "DEAD");
    assertEquals(1, ledger.calls(wrongShape), "no repetition helps");
    await().atMost(PATIENCE).until(() -> unreadable() == before + 3);
  }

  @Test
  void a_lost_database_is_waited_for_and_counts_as_no_failure() {
    // Given more losses than tries
    ledger.loseConnectionOn(key, 5);
    String event = newEvent();

    // When
    wire.say(key, event, "{\"text\":\"survived\"}");

    // Then
    awaitEntries("survived");
    assertEquals(6, ledger.calls(event));
    assertEquals(List.of(), states(event));
  }

  @Test
  void events_that_come_together_have_their_effects_in_one_transaction_and_in_order() {
    // Given
    String twice = newEvent();

    // When
    inbox.receive(
        ledger,
        Wire.polled(
            Wire.event(key, newEvent(), "{\"text\":\"first\"}"),
            Wire.event(key, twice, "{\"text\":\"second\"}"),
            Wire.event(key, twice, "{\"text\":\"second\"}"),
            Wire.event(key, newEvent(), "{\"text\":\"third\"}")));

    // Then
    assertEquals(List.of("first", "second", "third"), ledger.entries(key));
    assertEquals(1, ledger.calls(twice));
    assertEquals(
        List.of("1"),
        ledger.column("SELECT count(DISTINCT xmin::text) FROM ledger WHERE event_key = ?", key));
  }

  @Test
  void events_that_come_together_again_have_no_effect_again() {
    // Given
    String event = newEvent();
    wire.say(key, event, "{\"text\":\"first\"}");
    awaitEntries("first");

    // When
    inbox.receive(
        ledger,
        Wire.polled(
            Wire.event(key, event, "{\"text\":\"first\"}"),
            Wire.event(key, newEvent(), "{\"text\":\"second\"}")));

    // Then
    assertEquals(List.of("first", "second"), ledger.entries(key));
    assertEquals(1, ledger.calls(event));
  }

  @Test
  void one_that_fails_among_events_that_come_together_is_the_only_dead_letter() {
    // Given
    String broken = newEvent();
    String unreadable = newEvent();
    ledger.failOn(broken, new IllegalStateException("broken"));

    // When
    inbox.receive(
        ledger,
        Wire.polled(
            Wire.event(key, newEvent(), "{\"text\":\"first\"}"),
            Wire.event(key, broken, "{\"text\":\"never\"}"),
            Wire.event(key, unreadable, "[not json"),
            Wire.event(key, newEvent(), "{\"text\":\"last\"}")));

    // Then
    assertEquals(List.of("first", "last"), ledger.entries(key));
    assertEquals(List.of("DEAD"), states(broken));
    assertEquals(List.of("DEAD"), states(unreadable));
  }

  @Test
  void events_that_come_together_stay_behind_a_parked_one() {
    // Given
    ledger.failOn(key, new RetryLaterException("needs a fact"));
    String parked = newEvent();
    wire.say(key, parked, "{\"text\":\"parked\"}");
    awaitState(parked, "PARKED");
    postpone(parked);
    ledger.succeedOn(key);
    String other = UUID.randomUUID().toString();

    // When
    String behind = newEvent();
    inbox.receive(
        ledger,
        Wire.polled(
            Wire.event(key, behind, "{\"text\":\"behind\"}"),
            Wire.event(other, newEvent(), "{\"text\":\"other\"}")));

    // Then
    assertEquals(List.of("PARKED"), states(behind));
    assertEquals(List.of(), ledger.entries(key));
    assertEquals(List.of("other"), ledger.entries(other));
  }

  private static String newEvent() {
    return UUID.randomUUID().toString();
  }

  private void awaitEntries(String... texts) {
    await().atMost(PATIENCE).until(() -> ledger.entries(key).equals(List.of(texts)));
  }

  private void awaitState(String event, String state) {
    await().atMost(PATIENCE).until(() -> states(event).equals(List.of(state)));
  }

  private void postpone(String event) {
    ledger.run(
        "UPDATE dead_letter SET next_attempt_at = now() + interval '1 hour' WHERE event_id = ?",
        event);
  }

  private List<String> states(String event) {
    return ledger.column("SELECT state FROM dead_letter WHERE event_id = ?", event);
  }

  private long unreadable() {
    return ledger.column("SELECT id FROM dead_letter WHERE type = 'unreadable'").size();
  }
}
