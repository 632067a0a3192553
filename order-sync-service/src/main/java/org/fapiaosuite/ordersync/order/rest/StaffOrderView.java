package org.fapiaosuite.ordersync.order.rest;

import java.time.Instant;
import java.time.LocalDate;
import org.fapiaosuite.ordersync.fact.FactSource;
import org.fapiaosuite.ordersync.money.Amount;
import org.fapiaosuite.ordersync.order.Order;
import org.fapiaosuite.ordersync.order.OrderStatus;
import org.fapiaosuite.ordersync.window.BlockReason;
import org.fapiaosuite.ordersync.window.HoldReason;
import org.jspecify.annotations.Nullable;

/**
 * An order as staff see how far it is in step with the platform.
 *
 * @param source who told of the payment first
 * @param blockReason as the customer reads it
 * @param holdReason more precisely; for held orders
 * @param matchedOn day of the statement that confirms it
 * @param unreconciled invoiceable by policy, although there was no statement
 */
record StaffOrderView(
    String orderNumber,
    String platform,
    FactSource source,
    @Nullable String customerId,
    @Nullable String transactionId,
    Amount amount,
    Amount refunded,
    Amount remaining,
    @Nullable Instant paidAt,
    OrderStatus status,
    @Nullable BlockReason blockReason,
    @Nullable HoldReason holdReason,
    @Nullable LocalDate matchedOn,
    boolean unreconciled,
    @Nullable Instant invoiceableFrom,
    Instant firstSeenAt) {

  static StaffOrderView of(Order order) {
    return new StaffOrderView(
        order.orderNumber(),
        order.platform(),
        order.source(),
        order.customerId(),
        order.transactionId(),
        order.amount(),
        order.refundedAmount(),
        order.remaining(),
        order.paidAt(),
        order.status(),
        OrderView.blockReason(order),
        order.holdReason(),
        order.matchedOn(),
        order.isUnreconciled(),
        order.invoiceableFrom(),
        order.firstSeenAt());
  }
}
