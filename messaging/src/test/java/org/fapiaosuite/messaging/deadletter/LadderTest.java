package org.fapiaosuite.messaging.deadletter;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import org.fapiaosuite.messaging.Ledger;
import org.fapiaosuite.messaging.UnreadableEventException;
import org.fapiaosuite.messaging.Wire;
import org.fapiaosuite.messaging.deadletter.DeadLetter.State;
import org.fapiaosuite.messaging.inbox.RetryLaterException;
import org.fapiaosuite.testkit.SuiteInfrastructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way down the ladder of a failing event, and every way back; later events behind it. */
@QuarkusTest
@QuarkusTestResource(
    value = SuiteInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "messaging"))
class LadderTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int EVENTS = 40;
  private static final String EFFECTS = "SELECT entry FROM ledger WHERE starts_with(event_key, ?)";

  @Inject Ledger ledger;
  @Inject Wire wire;
  @Inject DeadLetterDesk desk;

  private final String key = UUID.randomUUID().toString();
  private final String first = UUID.randomUUID().toString();
  private final String second = UUID.randomUUID().toString();

  enum Failure {
    /** A fact is missing that will come. */
    WAITS,
    /** Another transaction was in the way. */
    LOCKED,
    /** A defect of the handler. */
    BROKEN,
    /** No repetition helps. */
    UNREADABLE;

    RuntimeException exception() {
      return switch (this) {
        case WAITS -> new RetryLaterException("needs a fact");
        case LOCKED -> new IllegalStateException(new SQLException("lock not available", "55P03"));
        case BROKEN -> new IllegalStateException("broken");
        case UNREADABLE -> new UnreadableEventException("not an entry", null);
      };
    }
  }

  enum Then {
    CAUSE_PASSES,
    CAUSE_STAYS,
    REDRIVEN,
    REDRIVEN_IN_VAIN,
    DISCARDED
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # failure,  set aside,  then,             first at last, effects
          WAITS,      PARKED,     CAUSE_PASSES,     gone,          first second
          WAITS,      PARKED,     CAUSE_STAYS,      DEAD,          second
          WAITS,      PARKED,     REDRIVEN,         gone,          first second
          WAITS,      PARKED,     REDRIVEN_IN_VAIN, DEAD,          second
          WAITS,      PARKED,     DISCARDED,        DISCARDED,     second
          LOCKED,     PARKED,     CAUSE_PASSES,     gone,          first second
          LOCKED,     PARKED,     CAUSE_STAYS,      DEAD,          second
          LOCKED,     PARKED,     DISCARDED,        DISCARDED,     second
          BROKEN,     DEAD,       CAUSE_PASSES,     DEAD,          second
          BROKEN,     DEAD,       REDRIVEN,         gone,          second first
          BROKEN,     DEAD,       REDRIVEN_IN_VAIN, DEAD,          second
          BROKEN,     DEAD,       DISCARDED,        DISCARDED,     second
          UNREADABLE, DEAD,       REDRIVEN,         gone,          second first
          UNREADABLE, DEAD,       REDRIVEN_IN_VAIN, DEAD,          second
          UNREADABLE, DEAD,       DISCARDED,        DISCARDED,     second
          """)
  void each_failure_and_what_is_done_about_it(
      Failure failure, State setAside, Then then, String atLast, String effects)
      throws SQLException {
    // Given an event that fails, and one behind it
    ledger.failOn(first, failure.exception());
    wire.say(key, first, "{\"text\":\"first\"}");
    awaitState(first, setAside.name());
    boolean parked = setAside == State.PARKED;
    if (parked && then != Then.CAUSE_PASSES && then != Then.CAUSE_STAYS) {
      postpone(first);
    }
    wire.say(key, second, "{\"text\":\"second\"}");
    if (!parked) {
      awaitEntries("second");
    } else if (then != Then.CAUSE_STAYS) {
      awaitState(second, "PARKED");
    }

    // When
    act(then);

    // Then
    awaitState(first, atLast);
    awaitEntries(effects);

    // And should Kafka bring it again, one that is settled has no further effect
    if (!atLast.equals("DEAD")) {
      ledger.succeedOn(first);
      wire.say(key, first, "{\"text\":\"first\"}");
      wire.say(key, UUID.randomUUID().toString(), "{\"text\":\"third\"}");
      awaitEntries(effects + " third");
    }
  }

  @Test
  void sent_again_it_has_its_effect_once_however_often_that_is_asked_for() throws SQLException {
    // Given
    ledger.failOn(first, Failure.BROKEN.exception());
    wire.say(key, first, "{\"text\":\"first\"}");
    awaitState(first, "DEAD");
    ledger.succeedOn(first);
    long id = id(first);

    // When
    desk.redrive(id, "lead");
    desk.redrive(id, "lead");

    // Then
    awaitEntries("first");
    awaitState(first, "gone");
    wire.say(key, first, "{\"text\":\"first\"}");
    wire.say(key, second, "{\"text\":\"second\"}");
    awaitEntries("first second");
  }

  private void act(Then then) throws SQLException {
    switch (then) {
      case CAUSE_PASSES -> ledger.succeedOn(first);
      case CAUSE_STAYS -> {}
      case REDRIVEN -> {
        ledger.succeedOn(first);
        desk.redrive(id(first), "lead");
      }
      case REDRIVEN_IN_VAIN -> {
        int before = ledger.calls(first);
        desk.redrive(id(first), "lead");
        await().atMost(PATIENCE).until(() -> ledger.calls(first) > before);
      }
      case DISCARDED -> {
        desk.askDiscard(id(first), "lead", "of no use");
        desk.approveDiscard(id(first), "admin");
      }
    }
  }

  static LongStream seeds() {
    return LongStream.of(new Random().nextLong());
  }

  /**
   * Many events of a few aggregates, brought once or more often, fail for a while in any way, and
   * staff send again what died. In the end each has had its effect once; and none that never died
   * was overtaken by a later one of its aggregate.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void whatever_fails_for_a_while_has_its_effect_once_and_in_order(long seed) throws SQLException {
    // When
    Random random = new Random(seed);
    Map<String, List<String>> said = new TreeMap<>();
    for (int i = 0; i < EVENTS; i++) {
      String aggregate = key + random.nextInt(6);
      String event = UUID.randomUUID().toString();
      said.computeIfAbsent(aggregate, k -> new ArrayList<>()).add(event);
      Failure failure = Failure.values()[random.nextInt(Failure.values().length)];
      ledger.failOn(event, random.nextInt(5), failure.exception());
      for (int times = 1 + random.nextInt(2); times > 0; times--) {
        wire.say(aggregate, event, "{\"text\":\"" + event + "\"}");
      }
    }

    Set<String> died = new TreeSet<>();
    await().atMost(PATIENCE).until(() -> sendAgain(died) && setAside().isEmpty());

    // Then
    for (Map.Entry<String, List<String>> aggregate : said.entrySet()) {
      List<String> effects = ledger.entries(aggregate.getKey());
      assertEquals(
          aggregate.getValue().stream().sorted().toList(), effects.stream().sorted().toList());
      assertEquals(
          aggregate.getValue().stream().filter(event -> !died.contains(event)).toList(),
          effects.stream().filter(event -> !died.contains(event)).toList());
    }
  }

  /** Staff send every dead letter again; true when there was none and every event was heard. */
  private boolean sendAgain(Set<String> died) throws SQLException {
    List<String> dead =
        ledger.column(
            "SELECT id || ' ' || event_id FROM dead_letter"
                + " WHERE state = 'DEAD' AND starts_with(event_key, ?)",
            key);
    for (String row : dead) {
      died.add(row.substring(row.indexOf(' ') + 1));
      desk.redrive(Long.parseLong(row.substring(0, row.indexOf(' '))), "lead");
    }
    return dead.isEmpty() && ledger.column(EFFECTS, key).size() == EVENTS;
  }

  private List<String> setAside() {
    return ledger.column("SELECT event_id FROM dead_letter WHERE starts_with(event_key, ?)", key);
  }

  private void awaitEntries(String texts) {
    await().atMost(PATIENCE).until(() -> ledger.entries(key), List.of(texts.split(" "))::equals);
  }

  private void awaitState(String event, String state) {
    List<String> expected = state.equals("gone") ? List.of() : List.of(state);
    await()
        .atMost(PATIENCE)
        .until(
            () -> ledger.column("SELECT state FROM dead_letter WHERE event_id = ?", event),
            expected::equals);
  }

  private void postpone(String event) {
    ledger.run(
        "UPDATE dead_letter SET next_attempt_at = now() + interval '1 hour' WHERE event_id = ?",
        event);
  }

  private long id(String event) {
    return Long.parseLong(
        ledger.column("SELECT id FROM dead_letter WHERE event_id = ?", event).get(0));
  }
}
