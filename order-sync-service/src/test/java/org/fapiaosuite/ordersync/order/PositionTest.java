package org.fapiaosuite.ordersync.order;

import static org.fapiaosuite.ordersync.window.HoldReason.AMOUNT_MISMATCH;
import static org.fapiaosuite.ordersync.window.HoldReason.NOT_RECONCILED;
import static org.fapiaosuite.ordersync.window.HoldReason.PAID_TWICE;
import static org.fapiaosuite.ordersync.window.HoldReason.STATEMENT_DIFFERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.fapiaosuite.ordersync.decision.Decided;
import org.fapiaosuite.ordersync.fact.Fact;
import org.fapiaosuite.ordersync.window.HoldReason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PositionTest {
  private static final long PAID = 127_000;

  @Test
  void a_payment_that_the_statement_confirms() {
    Position position = position(List.of(Said.payment("T1", PAID), Said.booked("T1", PAID)));
    assertEquals(LocalDate.parse("2026-11-17"), position.matchedOn());
    assertNull(position.obstacle());
    assertEquals(Said.DETAILS, position.details());
  }

  @Test
  void a_payment_known_from_the_statement_alone_is_confirmed_by_it() {
    Position position = position(List.of(Said.booked("T1", PAID)));
    assertEquals(LocalDate.parse("2026-11-17"), position.matchedOn());
    assertNull(position.obstacle());
  }

  @Test
  void refunds_without_their_payment_wait() {
    Position position = position(List.of(Said.refund("R1", 100)));
    assertNull(position.payment());
    assertEquals(1, position.refunds().size());
  }

  @Test
  void a_refund_that_push_and_statement_tell_counts_once() {
    Position position =
        position(
            List.of(
                Said.payment("T1", PAID), Said.refund("R1", 100), Said.bookedRefund("R1", 100)));
    assertEquals(1, position.refunds().size());
    assertNull(position.obstacle());
  }

  @Test
  void details_may_come_from_the_statement() {
    Position position = position(List.of(Said.paymentWithoutDetails(), Said.booked("T1", PAID)));
    assertEquals(Said.DETAILS, position.details());
    assertNull(position.obstacle());
  }

  static Stream<Arguments> obstacles() {
    Fact payment = Said.payment("T1", PAID);
    return Stream.of(
        Arguments.of(HoldReason.CURRENCY_NOT_SUPPORTED, List.of(Said.paymentIn("USD"))),
        Arguments.of(HoldReason.DETAILS_MISSING, List.of(Said.paymentWithoutDetails())),
        Arguments.of(HoldReason.AMOUNT_MISMATCH, List.of(payment, Said.booked("T1", PAID + 1))),
        Arguments.of(HoldReason.AMOUNT_MISMATCH, List.of(payment, Said.payment("T1", PAID - 1))),
        Arguments.of(HoldReason.PAID_TWICE, List.of(payment, Said.payment("T2", PAID))),
        Arguments.of(HoldReason.PAID_TWICE, List.of(payment, Said.booked("T2", PAID))),
        Arguments.of(HoldReason.STATEMENT_DIFFERS, List.of(payment, Said.bookedFor("other"))),
        Arguments.of(HoldReason.AMOUNT_MISMATCH, List.of(payment, Said.refundIn("USD"))),
        Arguments.of(
            HoldReason.AMOUNT_MISMATCH,
            List.of(payment, Said.refund("R1", 100), Said.bookedRefund("R1", 99))));
  }

  @ParameterizedTest
  @MethodSource
  void obstacles(HoldReason expected, List<Fact> facts) {
    assertEquals(expected, position(facts).obstacle());
  }

  static Stream<Arguments> releases() {
    Fact payment = Said.payment("T1", PAID);
    List<Fact> otherStory = List.of(payment, Said.bookedFor("other"));
    List<Fact> otherMoney = List.of(payment, Said.booked("T1", PAID + 1));
    List<Fact> twice = List.of(payment, Said.booked("T2", PAID));
    return Stream.of(
        Arguments.of(Set.of(NOT_RECONCILED), otherStory, STATEMENT_DIFFERS, false),
        Arguments.of(Set.of(NOT_RECONCILED), otherMoney, AMOUNT_MISMATCH, false),
        Arguments.of(Set.of(STATEMENT_DIFFERS), otherStory, null, true),
        Arguments.of(Set.of(STATEMENT_DIFFERS), otherMoney, AMOUNT_MISMATCH, false),
        Arguments.of(Set.of(AMOUNT_MISMATCH), otherMoney, null, true),
        Arguments.of(Set.of(AMOUNT_MISMATCH), otherStory, STATEMENT_DIFFERS, false),
        Arguments.of(Set.of(PAID_TWICE), twice, STATEMENT_DIFFERS, false),
        Arguments.of(Set.of(PAID_TWICE, STATEMENT_DIFFERS), twice, null, true));
  }

  @ParameterizedTest
  @MethodSource
  void releases(
      Set<HoldReason> from, List<Fact> facts, @Nullable HoldReason left, boolean matched) {
    Position position = Position.of(facts, new Decided(null, from));

    assertEquals(left, position.obstacle());
    assertEquals(matched, position.matchedOn() != null);
    assertEquals(!from.contains(NOT_RECONCILED), position.needsStatement());
  }

  @Test
  void a_release_from_another_reason_leaves_the_need_of_a_statement() {
    List<Fact> twoAmounts = List.of(Said.payment("T1", PAID), Said.payment("T1", PAID - 1));

    Position position = Position.of(twoAmounts, new Decided(null, Set.of(AMOUNT_MISMATCH)));

    assertNull(position.obstacle());
    assertNull(position.matchedOn());
    assertTrue(position.needsStatement());
  }

  @Test
  void the_sequence_in_which_facts_come_does_not_matter() {
    List<Fact> facts =
        new ArrayList<>(
            List.of(
                Said.payment("T1", PAID),
                Said.payment("T2", PAID - 7),
                Said.booked("T1", PAID),
                Said.booked("T2", PAID),
                Said.refund("R1", 100),
                Said.refund("R2", 50),
                Said.bookedRefund("R2", 50),
                Said.bookedRefund("R3", 1)));
    Position expected = position(facts);
    assertNotNull(expected.payment());
    Random random = new Random(20261117);
    for (int i = 0; i < 500; i++) {
      Collections.shuffle(facts, random);
      assertEquals(view(expected), view(position(facts)));
    }
  }

  private static Position position(List<Fact> facts) {
    return Position.of(facts, Decided.NOTHING);
  }

  private static List<@Nullable Object> view(Position position) {
    List<@Nullable Object> view = new ArrayList<>();
    view.add(position.payment());
    view.add(position.details());
    view.add(position.obstacle());
    view.add(position.matchedOn());
    view.add(position.refunds().stream().map(Fact::reference).toList());
    return view;
  }
}
