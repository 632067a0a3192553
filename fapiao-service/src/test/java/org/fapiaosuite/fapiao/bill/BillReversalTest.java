package org.fapiaosuite.fapiao.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fapiaosuite.kernel.Money;
import org.junit.jupiter.api.Test;

/** What a bill is worth again once a Fapiao of it is reversed. */
class BillReversalTest {

  private static final Instant PAID_AT = Instant.parse("2026-11-10T01:29:58Z");
  private static final String TITLE = "INDIVIDUAL:王小明";
  private static final String OTHER = "INDIVIDUAL:李雷";
  private static final UUID APPLICATION = new UUID(1, 1);

  @Test
  void all_of_it_is_free_for_any_title() {
    Bill bill = issued("100.00");

    bill.reverse(APPLICATION, yuan("100.00"), TITLE, UUID::randomUUID);

    assertEquals(BillStatus.INVOICEABLE, bill.status());
    assertEquals(yuan("100.00"), bill.availableFor(OTHER));
    assertEquals(yuan("100.00"), bill.reversed());
    assertNull(bill.applicationId());
  }

  @Test
  void a_part_is_free_for_the_same_title_while_the_rest_is_held() {
    Bill bill = issued("100.00");

    bill.reverse(APPLICATION, yuan("30.00"), TITLE, UUID::randomUUID);

    assertEquals(yuan("30.00"), bill.availableFor(TITLE));
    assertEquals(Money.ZERO, bill.availableFor(OTHER));
    assertEquals(yuan("70.00"), bill.invoiced());
    assertEquals(List.of(APPLICATION), bill.holders());
  }

  @Test
  void what_was_refunded_is_settled_first() {
    Bill bill = issued("100.00");
    bill.refund(yuan("40.00"));

    bill.reverse(APPLICATION, yuan("30.00"), TITLE, UUID::randomUUID);
    assertEquals(yuan("10.00"), bill.deficit());
    assertEquals(Money.ZERO, bill.invoiceable());

    bill.reverse(APPLICATION, yuan("70.00"), TITLE, UUID::randomUUID);
    assertEquals(Money.ZERO, bill.deficit());
    assertEquals(yuan("60.00"), bill.invoiceable());
    assertEquals(List.of(), bill.holders());
  }

  @Test
  void all_refunded_and_reversed_is_blocked_as_refunded() {
    Bill bill = issued("100.00");
    bill.refund(yuan("100.00"));

    bill.reverse(APPLICATION, yuan("100.00"), TITLE, UUID::randomUUID);

    assertEquals(BillStatus.BLOCKED, bill.status());
    assertEquals(BlockReason.REFUNDED, bill.blockReason());
  }

  @Test
  void more_than_the_application_holds_cannot_be_reversed() {
    Bill bill = issued("100.00");
    assertThrows(
        IllegalArgumentException.class,
        () -> bill.reverse(APPLICATION, yuan("100.01"), TITLE, UUID::randomUUID));
  }

  @Test
  void a_reissue_takes_what_was_bound_to_the_former_title_under_a_new_one() {
    Bill bill = issued("100.00");
    bill.reverse(APPLICATION, yuan("30.00"), TITLE, UUID::randomUUID);
    UUID again = new UUID(2, 2);

    bill.reserveAgain(again, yuan("30.00"), TITLE, OTHER, UUID::randomUUID);

    assertEquals(List.of(APPLICATION, again), bill.holders());
    assertEquals(again, bill.applicationId());
    bill.release(again);
    assertEquals(yuan("30.00"), bill.availableFor(OTHER));
    assertThrows(
        IllegalArgumentException.class,
        () -> bill.reserveAgain(again, yuan("30.01"), TITLE, OTHER, UUID::randomUUID));
  }

  private static Bill issued(String yuan) {
    Bill bill =
        Bill.of(
            UUID.randomUUID(),
            UUID.randomUUID(),
            new PaidOrder("E1", "c", "payer", null, "p", 1, yuan(yuan), PAID_AT, PAID_AT));
    bill.synchronise(PAID_AT);
    bill.reserve(APPLICATION, yuan(yuan), TITLE, UUID::randomUUID);
    bill.invoice(APPLICATION);
    return bill;
  }

  private static Money yuan(String yuan) {
    return Money.ofYuan(yuan);
  }
}
