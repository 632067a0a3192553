package org.fapiaosuite.ordersync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An order on its way from the push to the day on which it may be invoiced. */
@QuarkusTest
class FirstStoryTest extends ServiceTest {

  @Test
  void an_order_is_shown_at_once_and_invoiceable_after_three_days_and_a_statement() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);

    // When
    push(paid.push());

    // Then
    JsonPath order = order(paid);
    assertEquals("SYNCHRONISING", order.getString("status"));
    assertEquals("SETTLEMENT_WINDOW", order.getString("blockReason"));
    assertEquals("2026-11-20T04:00:00Z", order.getString("invoiceableFrom"));
    assertEquals("1270.00", order.getString("amount.value"));
    assertEquals(List.of("order.paid.v1"), events(paid));

    // When
    FakePlatform.serve(LocalDate.parse("2026-11-17"), StatementFile.of(paid));
    clock.advance(Duration.ofDays(1));
    work();
    clock.advance(Duration.ofDays(2));
    work();

    // Then
    order = order(paid);
    assertEquals("INVOICEABLE", order.getString("status"));
    assertNull(order.getString("blockReason"));
    assertEquals(List.of("order.paid.v1", "order.invoiceable.v1"), events(paid));
  }
}
