package org.fapiaosuite.fapiao.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.fapiaosuite.kernel.Money;
import org.junit.jupiter.api.Test;

class BillTest {

  private static final Instant PAID_AT = Instant.parse("2026-11-10T01:29:58Z");
  private static final String TITLE = "INDIVIDUAL:王小明";
  private static final String OTHER = "INDIVIDUAL:李雷";

  @Test
  void a_bill_turns_invoiceable_when_its_order_is_synchronised() {
    Bill bill = paid("1270.00");
    assertEquals(BillStatus.SYNCHRONISING, bill.status());
    assertEquals(BlockReason.SETTLEMENT_WINDOW, bill.blockReason());
    bill.synchronise(PAID_AT);
    assertEquals(BillStatus.INVOICEABLE, bill.status());
    assertNull(bill.blockReason());
  }

  @Test
  void a_held_bill_is_blocked_until_it_is_synchronised_again() {
    Bill bill = invoiceable("1270.00");
    bill.hold(BlockReason.NOT_RECONCILED);
    assertEquals(BillStatus.BLOCKED, bill.status());
    assertEquals(BlockReason.NOT_RECONCILED, bill.blockReason());
    assertNull(bill.invoiceableFrom());
    bill.synchronise(PAID_AT);
    assertEquals(BillStatus.INVOICEABLE, bill.status());
  }

  @Test
  void reserving_all_leaves_nothing_and_releasing_gives_it_back() {
    Bill bill = invoiceable("1270.00");
    UUID application = UUID.randomUUID();
    bill.reserve(application, yuan("1270.00"), TITLE, UUID::randomUUID);
    assertEquals(BillStatus.APPLIED, bill.status());
    assertEquals(BlockReason.ALREADY_APPLIED, bill.blockReason());
    assertEquals(application, bill.applicationId());
    bill.release(application);
    assertEquals(BillStatus.INVOICEABLE, bill.status());
    assertEquals(yuan("1270.00"), bill.availableFor(OTHER));
    assertNull(bill.applicationId());
  }

  @Test
  void a_part_binds_the_rest_to_its_title() {
    Bill bill = invoiceable("1270.00");
    UUID application = UUID.randomUUID();
    bill.reserve(application, yuan("300.00"), TITLE, UUID::randomUUID);
    assertEquals(BillStatus.INVOICEABLE, bill.status());
    assertEquals(yuan("970.00"), bill.availableFor(TITLE));
    assertEquals(Money.ZERO, bill.availableFor(OTHER));
    bill.release(application);
    assertEquals(yuan("1270.00"), bill.availableFor(OTHER));
  }

  @Test
  void the_title_stays_while_another_part_is_held() {
    Bill bill = invoiceable("1000.00");
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    bill.reserve(first, yuan("100.00"), TITLE, UUID::randomUUID);
    bill.reserve(second, yuan("200.00"), TITLE, UUID::randomUUID);
    bill.release(first);
    assertEquals(yuan("800.00"), bill.availableFor(TITLE));
    assertEquals(Money.ZERO, bill.availableFor(OTHER));
    assertEquals(second, bill.applicationId());
  }

  @Test
  void no_more_can_be_reserved_than_there_is() {
    Bill bill = invoiceable("10.00");
    UUID application = UUID.randomUUID();
    assertThrows(
        IllegalArgumentException.class,
        () -> bill.reserve(application, yuan("10.01"), TITLE, UUID::randomUUID));
    assertThrows(
        IllegalArgumentException.class,
        () -> bill.reserve(application, Money.ZERO, TITLE, UUID::randomUUID));
  }

  @Test
  void an_invoiced_bill_is_issued() {
    Bill bill = invoiceable("10.00");
    UUID application = UUID.randomUUID();
    bill.reserve(application, yuan("10.00"), TITLE, UUID::randomUUID);
    bill.invoice(application);
    assertEquals(BillStatus.ISSUED, bill.status());
    assertEquals(application, bill.applicationId());
  }

  @Test
  void a_refund_takes_first_what_nobody_holds() {
    Bill bill = invoiceable("1000.00");
    UUID application = UUID.randomUUID();
    bill.reserve(application, yuan("600.00"), TITLE, UUID::randomUUID);
    bill.refund(yuan("500.00"));
    assertEquals(Money.ZERO, bill.invoiceable());
    assertEquals(yuan("100.00"), bill.deficit());
    assertEquals(yuan("100.00"), bill.shrink(application));
    assertEquals(Money.ZERO, bill.deficit());
  }

  @Test
  void an_older_refund_total_changes_nothing() {
    Bill bill = invoiceable("1000.00");
    bill.refund(yuan("500.00"));
    bill.refund(yuan("200.00"));
    bill.refund(yuan("500.00"));
    assertEquals(yuan("500.00"), bill.invoiceable());
  }

  @Test
  void a_refund_after_issue_is_a_deficit() {
    Bill bill = invoiceable("1000.00");
    UUID application = UUID.randomUUID();
    bill.reserve(application, yuan("1000.00"), TITLE, UUID::randomUUID);
    bill.invoice(application);
    bill.refund(yuan("250.00"));
    assertEquals(BillStatus.ISSUED, bill.status());
    assertEquals(yuan("250.00"), bill.deficit());
  }

  @Test
  void a_bill_refunded_wholly_is_blocked() {
    Bill bill = invoiceable("1000.00");
    bill.refund(yuan("1000.00"));
    assertEquals(BillStatus.BLOCKED, bill.status());
    assertEquals(BlockReason.REFUNDED, bill.blockReason());
  }

  @Test
  void a_bill_of_nothing_is_blocked() {
    assertEquals(BlockReason.BELOW_MINIMUM, invoiceable("0.00").blockReason());
  }

  @Test
  void whatever_happens_money_is_conserved() {
    Random random = new Random(20261123);
    for (int round = 0; round < 500; round++) {
      Bill bill = invoiceable("100.00");
      List<UUID> reserved = new ArrayList<>();
      Money refunded = Money.ZERO;
      for (int step = 0; step < 30; step++) {
        switch (random.nextInt(4)) {
          case 0 -> {
            Money available = bill.availableFor(TITLE);
            if (!available.isZero()) {
              UUID application = UUID.randomUUID();
              Money part = Money.ofFen(1 + random.nextLong(available.fen()));
              bill.reserve(application, part, TITLE, UUID::randomUUID);
              reserved.add(application);
            }
          }
          case 1 -> {
            if (!reserved.isEmpty()) {
              bill.release(reserved.remove(random.nextInt(reserved.size())));
            }
          }
          case 2 -> {
            if (!reserved.isEmpty()) {
              bill.invoice(reserved.remove(random.nextInt(reserved.size())));
            }
          }
          default -> {
            refunded = refunded.plus(Money.ofFen(random.nextLong(500))).smaller(bill.paid());
            bill.refund(refunded);
            reserved.forEach(bill::shrink);
          }
        }
        assertEquals(bill.invoiceable(), bill.availableFor(TITLE), "round " + round);
        assertTrue(bill.deficit().isZero() || bill.invoiceable().isZero(), "round " + round);
      }
    }
  }

  private static Bill invoiceable(String amount) {
    Bill bill = paid(amount);
    bill.synchronise(PAID_AT);
    return bill;
  }

  private static Bill paid(String amount) {
    return Bill.of(
        UUID.randomUUID(),
        UUID.randomUUID(),
        new PaidOrder(
            "E1", "simulator:c", "王小明", null, "Office 365", 1, yuan(amount), PAID_AT, PAID_AT));
  }

  private static Money yuan(String yuan) {
    return Money.ofYuan(yuan);
  }
}
