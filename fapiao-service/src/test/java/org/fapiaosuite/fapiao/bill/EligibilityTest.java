package org.fapiaosuite.fapiao.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The seller's own limits, and the window to the second. */
class EligibilityTest {

  private static final Instant PAID_AT = Instant.parse("2026-11-10T01:29:58Z");
  private static final Instant WINDOW_END = PAID_AT.plusSeconds(72 * 3600);

  @ParameterizedTest(name = "{0} seconds after the window")
  @CsvSource({"-1, SYNCHRONISING, SETTLEMENT_WINDOW", "0, INVOICEABLE,", "1, INVOICEABLE,"})
  void the_window_ends_to_the_second(
      long seconds, BillStatus status, @Nullable BlockReason reason) {
    Eligibility eligibility =
        at(WINDOW_END.plusSeconds(seconds), Optional.empty(), Optional.empty());
    assertEquals(status, eligibility.status(bill("10.00")));
    assertEquals(reason, eligibility.blockReason(bill("10.00")));
  }

  @ParameterizedTest(name = "{0} seconds after 30 days")
  @CsvSource({"-1, INVOICEABLE,", "0, INVOICEABLE,", "1, BLOCKED, EXPIRED"})
  void a_deadline_ends_to_the_second(
      long seconds, BillStatus status, @Nullable BlockReason reason) {
    Instant end = PAID_AT.plusSeconds(30 * 86_400L);
    Eligibility eligibility = at(end.plusSeconds(seconds), Optional.of(30), Optional.empty());
    assertEquals(status, eligibility.status(bill("10.00")));
    assertEquals(reason, eligibility.blockReason(bill("10.00")));
  }

  @ParameterizedTest
  @CsvSource({"499.99, BLOCKED, BELOW_MINIMUM", "500.00, INVOICEABLE,", "500.01, INVOICEABLE,"})
  void a_minimum_counts_in_fen(String amount, BillStatus status, @Nullable BlockReason reason) {
    Eligibility eligibility = at(WINDOW_END, Optional.empty(), Optional.of("500.00"));
    assertEquals(status, eligibility.status(bill(amount)));
    assertEquals(reason, eligibility.blockReason(bill(amount)));
  }

  @Test
  void a_minimum_counts_for_what_is_left_after_a_refund() {
    Eligibility eligibility = at(WINDOW_END, Optional.empty(), Optional.of("500.00"));
    Bill bill = bill("1000.00");
    bill.refund(Money.ofYuan("500.01"));
    assertEquals(BlockReason.BELOW_MINIMUM, eligibility.blockReason(bill));
  }

  @Test
  void both_are_off_by_default() {
    Eligibility eligibility =
        at(PAID_AT.plusSeconds(10_000 * 86_400L), Optional.empty(), Optional.empty());
    assertNull(eligibility.blockReason(bill("0.01")));
  }

  private static Eligibility at(Instant now, Optional<Integer> days, Optional<String> minimum) {
    return new Eligibility(policy(days, minimum), Clock.fixed(now, ZoneOffset.UTC));
  }

  /** The policy as it is read from configuration. */
  static BillPolicy policy(Optional<Integer> days, Optional<String> minimum) {
    Map<String, String> properties = new HashMap<>();
    days.ifPresent(some -> properties.put("fapiao.bills.apply-within-days", some.toString()));
    minimum.ifPresent(some -> properties.put("fapiao.bills.minimum", some));
    return new SmallRyeConfigBuilder()
        .withMapping(BillPolicy.class)
        .withDefaultValues(properties)
        .build()
        .getConfigMapping(BillPolicy.class);
  }

  private static Bill bill(String amount) {
    Bill bill =
        Bill.of(
            UUID.randomUUID(),
            UUID.randomUUID(),
            new PaidOrder(
                "E1",
                "simulator:c",
                "王小明",
                null,
                "Office 365",
                1,
                Money.ofYuan(amount),
                PAID_AT,
                WINDOW_END));
    bill.synchronise(WINDOW_END);
    return bill;
  }
}
