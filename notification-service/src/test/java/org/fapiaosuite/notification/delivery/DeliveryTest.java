package org.fapiaosuite.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.fapiaosuite.notification.delivery.Delivery.Settlement;
import org.fapiaosuite.notification.templates.FactsJson;
import org.fapiaosuite.notification.templates.MailKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryTest {
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  private static final Instant GIVE_UP = NOW.plus(Duration.ofDays(4));

  private final RetryPlan plan =
      new RetryPlan(
          new SmallRyeConfigBuilder()
              .withMapping(DeliveryConfig.class)
              .build()
              .getConfigMapping(DeliveryConfig.class));

  /** Every state a mail can be claimed in, times everything that can happen to it. */
  @ParameterizedTest
  @CsvSource({
    "PENDING,           ACCEPTED,    SENT",
    "PENDING,           FAILED,      TEMPORARY_FAILURE",
    "PENDING,           AMBIGUOUS,   UNKNOWN",
    "PENDING,           HOPELESS,    PERMANENT_FAILURE",
    "PENDING,           NOT_READY,   PENDING",
    "PENDING,           NOT_OFFERED, PENDING",
    "PENDING,           NOT_WANTED,  DROPPED",
    "TEMPORARY_FAILURE, ACCEPTED,    SENT",
    "TEMPORARY_FAILURE, FAILED,      TEMPORARY_FAILURE",
    "TEMPORARY_FAILURE, AMBIGUOUS,   UNKNOWN",
    "TEMPORARY_FAILURE, HOPELESS,    PERMANENT_FAILURE",
    "TEMPORARY_FAILURE, NOT_READY,   TEMPORARY_FAILURE",
    "TEMPORARY_FAILURE, NOT_OFFERED, TEMPORARY_FAILURE",
    "TEMPORARY_FAILURE, NOT_WANTED,  DROPPED",
    "UNKNOWN,           ACCEPTED,    SENT",
    "UNKNOWN,           FAILED,      UNKNOWN",
    "UNKNOWN,           AMBIGUOUS,   UNKNOWN",
    "UNKNOWN,           HOPELESS,    PERMANENT_FAILURE",
    "UNKNOWN,           NOT_READY,   UNKNOWN",
    "UNKNOWN,           NOT_OFFERED, UNKNOWN",
    "UNKNOWN,           NOT_WANTED,  DROPPED"
  })
  void each_ending_leads_from_each_state_to_one_state(
      DeliveryState before, Ending.Type type, DeliveryState after) {
    Settlement settlement = delivery(before, 0, 0).settle(ending(type), plan, NOW);

    assertEquals(after, settlement.state());
    assertEquals(after.isFinal(), settlement.nextAttemptAt() == null);
  }

  @ParameterizedTest
  @CsvSource({"0,PT1M", "1,PT5M", "2,PT15M", "3,PT30M", "4,PT1H", "5,PT2H", "6,PT4H", "9,PT4H"})
  void failures_wait_longer_each_time(int failuresBefore, Duration wait) {
    Settlement settlement =
        delivery(DeliveryState.TEMPORARY_FAILURE, failuresBefore, 0)
            .settle(ending(Ending.Type.FAILED), plan, NOW);

    assertEquals(NOW.plus(wait), settlement.nextAttemptAt());
    assertEquals(failuresBefore + 1, settlement.attempts());
  }

  @ParameterizedTest
  @CsvSource({
    "NO_SECRET,       0, PT0.02S",
    "NO_SECRET,       2, PT0.05S",
    "NO_SECRET,       5, PT0.5S",
    "NO_SECRET,      11, PT5S",
    "NO_SECRET,      14, PT1M",
    "NO_SECRET,      50, PT1M",
    "NO_RECIPIENT,    0, PT0.5S",
    "INTERNAL_ERROR,  1, PT1S",
    "INTERNAL_ERROR,  6, PT5S",
    "INTERNAL_ERROR, 50, PT1M"
  })
  void what_is_missing_is_looked_for_again_soon(Reason reason, int waitsBefore, Duration wait) {
    Settlement settlement =
        delivery(DeliveryState.PENDING, 0, waitsBefore).settle(Ending.notReady(reason), plan, NOW);

    assertEquals(NOW.plus(wait), settlement.nextAttemptAt());
    assertEquals(0, settlement.attempts());
    assertEquals(waitsBefore + 1, settlement.waits());
  }

  @Test
  void an_outage_of_the_server_costs_a_mail_nothing() {
    Settlement settlement =
        delivery(DeliveryState.TEMPORARY_FAILURE, 2, 0)
            .settle(ending(Ending.Type.NOT_OFFERED), plan, GIVE_UP.plusSeconds(1));

    assertEquals(DeliveryState.TEMPORARY_FAILURE, settlement.state());
    assertEquals(2, settlement.attempts());
    assertEquals(GIVE_UP.plusSeconds(1), settlement.nextAttemptAt());
  }

  @Test
  void the_last_try_is_at_the_moment_of_giving_up() {
    Settlement settlement =
        delivery(DeliveryState.TEMPORARY_FAILURE, 9, 0)
            .settle(ending(Ending.Type.FAILED), plan, GIVE_UP.minusSeconds(60));

    assertEquals(GIVE_UP, settlement.nextAttemptAt());
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "AMBIGUOUS", "NOT_READY"})
  void after_the_last_try_it_is_given_up(Ending.Type type) {
    Settlement settlement =
        delivery(DeliveryState.TEMPORARY_FAILURE, 9, 0).settle(ending(type), plan, GIVE_UP);

    assertEquals(DeliveryState.PERMANENT_FAILURE, settlement.state());
    assertEquals(Reason.GAVE_UP, settlement.ending().reason());
    assertNull(settlement.nextAttemptAt());
  }

  @Test
  void a_limit_says_itself_when_there_is_room() {
    Settlement settlement =
        delivery(DeliveryState.PENDING, 0, 0)
            .settle(Ending.notBefore(NOW.plusSeconds(1800), Reason.RATE_LIMITED), plan, NOW);

    assertEquals(NOW.plusSeconds(1800), settlement.nextAttemptAt());
  }

  @ParameterizedTest
  @EnumSource
  void what_was_asked_for_is_given_up_after_a_day_everything_else_after_four(MailKind kind) {
    Duration worth = Duration.between(NOW, plan.giveUpAt(kind, NOW));

    boolean onDemand =
        switch (kind) {
          case ACTIVATION,
              ALREADY_REGISTERED,
              ORDER_NOT_YET_KNOWN,
              CLAIM_APPROVAL,
              PASSWORD_RESET,
              EMAIL_CHANGE_CONFIRMATION ->
              true;
          default -> false;
        };
    assertEquals(onDemand ? Duration.ofHours(24) : Duration.ofDays(4), worth);
  }

  @Test
  void the_message_id_follows_from_event_and_kind_alone() {
    NewDelivery one = mail("event-1", MailKind.ISSUED);
    NewDelivery same = mail("event-1", MailKind.ISSUED);

    assertEquals(one.messageKey(), same.messageKey());
    assertTrue(!one.messageKey().equals(mail("event-1", MailKind.MAILED_OUT).messageKey()));
    assertTrue(!one.messageKey().equals(mail("event-2", MailKind.ISSUED).messageKey()));
    assertTrue(one.messageKey().matches("[0-9a-f]{32}"));
  }

  private static NewDelivery mail(String event, MailKind kind) {
    return NewDelivery.toAccount(event, kind, "account-1", null, FactsJson.read("{}"));
  }

  private static Ending ending(Ending.Type type) {
    return new Ending(type, type == Ending.Type.ACCEPTED ? null : Reason.REFUSED, null, null);
  }

  private static Delivery delivery(DeliveryState before, int attempts, int waits) {
    return new Delivery(
        UUID.randomUUID(),
        MailKind.ISSUED,
        "0123@service-centre.example",
        "finance@contoso.example",
        "en",
        false,
        null,
        FactsJson.read("{}"),
        before,
        attempts,
        waits,
        GIVE_UP,
        UUID.randomUUID());
  }
}
