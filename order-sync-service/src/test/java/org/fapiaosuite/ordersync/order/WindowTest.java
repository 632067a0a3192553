package org.fapiaosuite.ordersync.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fapiaosuite.ordersync.FakePlatform;
import org.fapiaosuite.ordersync.PaidOrder;
import org.fapiaosuite.ordersync.ServiceTest;
import org.fapiaosuite.ordersync.SignedPush;
import org.fapiaosuite.ordersync.StatementFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seventy-two hours to the second, and a statement that agrees. */
@QuarkusTest
class WindowTest extends ServiceTest {
  private static final Duration WINDOW = Duration.ofHours(72);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-17T04:00:00Z", // noon in China
        "2026-11-16T15:59:59Z", // the last second of the 16th in China
        "2026-11-16T16:00:00Z", // the first of the 17th
        "2026-11-16T23:59:59.999999Z"
      })
  void turns_at_the_very_second(String moment) {
    // Given
    Instant paidAt = Instant.parse(moment);
    PaidOrder paid = PaidOrder.at(paidAt);
    push(paid.push());
    FakePlatform.serve(
        LocalDate.ofInstant(paidAt, java.time.ZoneId.of("Asia/Shanghai")), StatementFile.of(paid));
    clock.set(paidAt.plus(Duration.ofHours(40)));
    work();

    // When
    clock.set(paidAt.plus(WINDOW).minusSeconds(1));
    work();

    // Then
    assertEquals("SYNCHRONISING", order(paid).getString("status"));
    assertEquals(paidAt.plus(WINDOW).toString(), order(paid).getString("invoiceableFrom"));

    // When
    clock.set(paidAt.plus(WINDOW));
    work();

    // Then
    assertEquals("INVOICEABLE", order(paid).getString("status"));
    assertEquals(List.of("order.paid.v1", "order.invoiceable.v1"), events(paid));

    // When
    clock.set(paidAt.plus(WINDOW).plusSeconds(1));
    work();

    // Then
    assertEquals(List.of("order.paid.v1", "order.invoiceable.v1"), events(paid));
  }

  @Test
  void turns_once_the_service_is_back_when_it_was_down_at_the_moment() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    push(paid.push());
    FakePlatform.serve(LocalDate.parse("2026-11-17"), StatementFile.of(paid));

    // When: nothing ran for six days
    clock.advance(Duration.ofDays(6));
    work();

    // Then
    assertEquals("INVOICEABLE", order(paid).getString("status"));
    assertEquals("2026-11-20T04:00:00Z", order(paid).getString("invoiceableFrom"));
    assertEquals(List.of("order.paid.v1", "order.invoiceable.v1"), events(paid));
  }

  @Test
  void holds_what_the_statement_does_not_show() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    push(paid.push());
    FakePlatform.serve(LocalDate.parse("2026-11-17"), StatementFile.of(PaidOrder.at(NOW)));
    clock.advance(Duration.ofDays(1));
    work();
    String before = order(paid).getString("status");

    // When
    clock.advance(Duration.ofDays(2));
    work();

    // Then
    assertEquals("SYNCHRONISING", before);
    assertEquals("HELD", order(paid).getString("status"));
    assertEquals("NOT_RECONCILED", order(paid).getString("blockReason"));
    assertNull(order(paid).getString("invoiceableFrom"));
    assertEquals(List.of("order.paid.v1", "order.held.v1"), events(paid));
  }

  @Test
  void releases_what_was_held_when_a_statement_shows_it_after_all() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    push(paid.push());
    clock.advance(Duration.ofDays(4));
    work();
    clock.advance(Duration.ofMinutes(1));
    work();
    String before = order(paid).getString("blockReason");

    // When
    FakePlatform.serve(LocalDate.parse("2026-11-17"), StatementFile.of(paid));
    clock.advance(Duration.ofMinutes(31));
    work();

    // Then
    assertEquals("NOT_RECONCILED", before);
    assertEquals("INVOICEABLE", order(paid).getString("status"));
    assertEquals(List.of("order.paid.v1", "order.held.v1", "order.invoiceable.v1"), events(paid));
  }

  @Test
  void looks_again_each_morning_at_the_statements_that_hold_an_order() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    push(paid.push());
    FakePlatform.serve(LocalDate.parse("2026-11-17"), StatementFile.of());
    clock.advance(Duration.ofDays(1));
    work();
    clock.advance(Duration.ofDays(2));
    work();
    work();
    String before = order(paid).getString("blockReason");

    // When: the platform corrects itself
    FakePlatform.serve(LocalDate.parse("2026-11-17"), StatementFile.of(paid));
    work();

    // Then
    assertEquals("NOT_RECONCILED", before);
    assertEquals("HELD", order(paid).getString("status"));

    // When
    clock.advance(Duration.ofDays(1));
    work();

    // Then
    assertEquals("INVOICEABLE", order(paid).getString("status"));
  }

  @Test
  void other_orders_differences_do_not_hold_it() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    PaidOrder other = PaidOrder.at(NOW);
    push(paid.push());
    push(other.push());
    FakePlatform.serve(
        LocalDate.parse("2026-11-17"),
        StatementFile.of(paid, other.withAmount("1.00"), PaidOrder.at(NOW)));

    // When
    clock.advance(Duration.ofDays(3));
    work();

    // Then
    assertEquals("INVOICEABLE", order(paid).getString("status"));
    assertEquals("AMOUNT_MISMATCH", order(other).getString("blockReason"));
  }

  @Test
  void a_push_four_days_late_is_invoiceable_as_soon_as_its_day_was_fetched() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW.minus(Duration.ofDays(4)));
    FakePlatform.serve(LocalDate.parse("2026-11-13"), StatementFile.of());
    work();
    FakePlatform.serve(LocalDate.parse("2026-11-13"), StatementFile.of(paid));
    clock.advance(Duration.ofSeconds(1));

    // When
    push(paid.push());
    work();

    // Then
    assertEquals("INVOICEABLE", order(paid).getString("status"));
    assertEquals(List.of("order.paid.v1", "order.invoiceable.v1"), events(paid));
  }

  @Test
  void a_push_ninety_days_late_still_has_its_day_fetched_and_ninety_one_not() {
    // Given
    PaidOrder ninety = PaidOrder.at(NOW.minus(Duration.ofDays(90)));
    PaidOrder older = PaidOrder.at(NOW.minus(Duration.ofDays(91)));
    FakePlatform.serve(LocalDate.parse("2026-08-19"), StatementFile.of(ninety));
    FakePlatform.serve(LocalDate.parse("2026-08-18"), StatementFile.of(older));

    // When
    push(ninety.push());
    push(older.push());
    work();
    clock.advance(Duration.ofMinutes(2));
    work();

    // Then
    assertEquals("INVOICEABLE", order(ninety).getString("status"));
    assertEquals("NOT_RECONCILED", order(older).getString("blockReason"));
  }

  @Test
  void a_late_push_whose_statement_does_not_come_is_held_after_a_minute() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW.minus(Duration.ofDays(4)));
    push(paid.push());

    // When
    work();

    // Then
    assertEquals("SYNCHRONISING", order(paid).getString("status"));
    assertEquals("NOT_RECONCILED", order(paid).getString("blockReason"));
    assertNull(order(paid).getString("invoiceableFrom"));

    // When
    clock.advance(Duration.ofMinutes(1));
    work();

    // Then
    assertEquals("HELD", order(paid).getString("status"));
    assertEquals(List.of("order.paid.v1", "order.held.v1"), events(paid));
  }

  @Test
  void an_order_of_a_platform_without_statements_is_invoiceable_flagged_where_policy_allows() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    SignedPush.of(paid.push(), NOW).at("second").send().then().statusCode(200);

    // When
    clock.advance(WINDOW.minusSeconds(1));
    work();

    // Then
    assertEquals("SYNCHRONISING", synced(paid).getString("status"));

    // When
    clock.advance(Duration.ofSeconds(1));
    work();

    // Then
    assertEquals("INVOICEABLE", synced(paid).getString("status"));
    assertTrue(synced(paid).getBoolean("unreconciled"));
    assertEquals(List.of("order.paid.v1", "order.invoiceable.v1"), events(paid));
  }
}
