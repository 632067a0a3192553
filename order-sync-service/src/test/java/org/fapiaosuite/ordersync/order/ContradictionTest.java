package org.fapiaosuite.ordersync.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.fapiaosuite.ordersync.PaidOrder;
import org.fapiaosuite.ordersync.ServiceTest;
import org.fapiaosuite.ordersync.SignedPush;
import org.fapiaosuite.testkit.Database;
import org.junit.jupiter.api.Test;

/** The platform says two things at once. */
@QuarkusTest
class ContradictionTest extends ServiceTest {

  @Test
  void another_amount_for_the_same_transaction_holds_the_order() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    push(paid.push());

    // When
    push(paid.withAmount("1.00").push());
    work();

    // Then
    assertEquals("AMOUNT_MISMATCH", order(paid).getString("blockReason"));
    assertEquals("1270.00", order(paid).getString("amount.value"));
    assertEquals(List.of("order.paid.v1", "order.held.v1"), events(paid));
  }

  @Test
  void a_second_payment_of_an_order_holds_it() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    push(paid.push());

    // When
    push(paid.withTransaction("T2").push());
    work();

    // Then
    assertEquals("PAID_TWICE", synced(paid).getString("holdReason"));
    assertEquals("HELD", order(paid).getString("blockReason"));
  }

  @Test
  void another_customer_for_the_same_payment_changes_nothing() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    push(paid.push());

    // When
    push(paid.withCustomer("intruder").push());
    work();

    // Then
    assertEquals("SYNCHRONISING", order(paid).getString("status"));
    assertEquals(List.of("order.paid.v1"), events(paid));
  }

  @Test
  void an_order_number_that_another_platform_has_is_held_and_the_first_is_not_touched() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    push(paid.push());

    // When
    SignedPush.of(paid.withCustomer("other").push(), NOW)
        .at("second")
        .send()
        .then()
        .statusCode(200);
    work();

    // Then
    assertEquals("SYNCHRONISING", order(paid).getString("status"));
    assertEquals(List.of("order.paid.v1"), events(paid));
    assertEquals(
        "second ORDER_NUMBER_TAKEN",
        Database.query("SELECT platform || ' ' || hold_reason FROM orders WHERE NOT owner"));
  }
}
