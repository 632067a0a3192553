package org.fapiaosuite.ordersync.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.fapiaosuite.ordersync.FakePlatform;
import org.fapiaosuite.ordersync.PaidOrder;
import org.fapiaosuite.ordersync.ServiceTest;
import org.fapiaosuite.ordersync.StatementFile;
import org.fapiaosuite.ordersync.contracts.Contract;
import org.fapiaosuite.testkit.Database;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RefundTest extends ServiceTest {

  @Test
  void a_part_is_told_with_what_remains() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    push(paid.push());

    // When
    push(paid.refund("R-1", "270.00", NOW));
    work();
    push(paid.refund("R-2", "0.01", NOW));
    work();

    // Then
    assertEquals(List.of("order.paid.v1", "order.refunded.v1", "order.refunded.v1"), events(paid));
    String last = Database.query("SELECT data FROM outbox ORDER BY id DESC");
    Contract.assertKept("order.refunded.v1", last);
    assertTrue(last.contains("\"refundedTotal\":{\"currency\":\"CNY\",\"value\":\"270.01\"}"));
    assertTrue(last.contains("\"remaining\":{\"currency\":\"CNY\",\"value\":\"999.99\"}"));
    assertEquals("999.99", order(paid).getString("remainingAmount.value"));
    assertEquals(List.of("R-1", "R-2"), order(paid).getList("refunds.refundId"));
    assertEquals("SYNCHRONISING", order(paid).getString("status"));
  }

  @Test
  void all_of_it_leaves_nothing_to_invoice() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    push(paid.push());
    FakePlatform.serve(LocalDate.parse("2026-11-17"), StatementFile.of(paid));

    // When
    push(paid.refund("R-1", "1270.00", NOW));
    work();
    clock.advance(Duration.ofDays(3));
    work();

    // Then
    assertEquals("REFUNDED", order(paid).getString("status"));
    assertEquals("REFUNDED", order(paid).getString("blockReason"));
    assertEquals(List.of("order.paid.v1", "order.refunded.v1"), events(paid));
  }

  @Test
  void before_its_payment_waits_for_it() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    push(paid.refund("R-1", "270.00", NOW));
    work();
    String before = synced(paid).getString("status");
    List<String> told = events(paid);

    // When
    push(paid.push());
    work();

    // Then
    assertEquals("AWAITING_PAYMENT", before);
    assertEquals(List.of(), told);
    assertEquals(List.of("order.paid.v1", "order.refunded.v1"), events(paid));
    assertEquals("1000.00", order(paid).getString("remainingAmount.value"));
    assertEquals("SYNCHRONISING", order(paid).getString("status"));
  }

  @Test
  void in_one_breath_with_its_payment_is_told_after_it() {
    // Given: nobody has looked between the two
    PaidOrder paid = PaidOrder.at(NOW);
    push(paid.refund("R-1", "270.00", NOW));
    push(paid.push());

    // When
    work();

    // Then
    assertEquals(List.of("order.paid.v1", "order.refunded.v1"), events(paid));
  }

  @Test
  void after_the_order_became_invoiceable_is_told_with_what_remains() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    push(paid.push());
    FakePlatform.serve(LocalDate.parse("2026-11-17"), StatementFile.of(paid));
    clock.advance(Duration.ofDays(3));
    work();

    // When
    push(paid.refund("R-1", "270.00", clock.instant()));
    work();

    // Then
    assertEquals("INVOICEABLE", order(paid).getString("status"));
    assertEquals(
        List.of("order.paid.v1", "order.invoiceable.v1", "order.refunded.v1"), events(paid));
  }

  @Test
  void of_more_than_was_paid_holds_the_order_and_does_not_count() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    push(paid.push());
    push(paid.refund("R-1", "635.00", NOW));
    push(paid.refund("R-2", "635.00", NOW.plusSeconds(1)));
    push(paid.refund("R-3", "0.01", NOW.plusSeconds(2)));

    // When
    work();

    // Then
    assertEquals("0.00", order(paid).getString("remainingAmount.value"));
    assertEquals(List.of("order.paid.v1", "order.refunded.v1", "order.refunded.v1"), events(paid));
    assertEquals("2", Database.query("SELECT count(*) FROM refund"));

    // When
    PaidOrder other = PaidOrder.at(NOW);
    push(other.push());
    push(other.refund("R-1", "1270.01", NOW));
    work();

    // Then
    assertEquals("HELD", order(other).getString("status"));
    assertEquals("AMOUNT_MISMATCH", order(other).getString("blockReason"));
    assertEquals("REFUNDED_TOO_MUCH", synced(other).getString("holdReason"));
    assertEquals(List.of("order.paid.v1", "order.held.v1"), events(other));
  }

  @Test
  void in_another_currency_holds_the_order() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    push(paid.push());

    // When
    push(paid.withCurrency("USD").refund("R-1", "1.00", NOW));
    work();

    // Then
    assertEquals("AMOUNT_MISMATCH", order(paid).getString("blockReason"));
    assertEquals("1270.00", order(paid).getString("remainingAmount.value"));
  }

  @Test
  void under_several_ids_counts_once() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    push(paid.push());

    // When
    push(paid.refund("R-1", "70.00", NOW));
    push(paid.refund("R-1", "70.00", NOW));
    work();

    // Then
    assertEquals("1200.00", order(paid).getString("remainingAmount.value"));
    assertEquals(List.of("order.paid.v1", "order.refunded.v1"), events(paid));
  }
}
