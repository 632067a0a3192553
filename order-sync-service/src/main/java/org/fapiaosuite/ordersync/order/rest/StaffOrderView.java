package org.fapiaosuite.ordersync.order.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fapiaosuite.ordersync.fact.FactSource;
import org.fapiaosuite.ordersync.font.OrderWarning;
import org.fapiaosuite.ordersync.money.Amount;
import org.fapiaosuite.ordersync.order.Order;
import org.fapiaosuite.ordersync.order.OrderStatus;
import org.fapiaosuite.ordersync.window.BlockReason;
import org.fapiaosuite.ordersync.window.HoldReason;
import org.jspecify.annotations.Nullable;

/**
 * An order as staff see how far it is in step with the platform.
 *
 * @param orderNumber as in the confirmation mail. Example: {@code E0700K3M9Q}.
 * @param platform where it was paid. Example: {@code default}.
 * @param source who told of the payment first
 * @param customerId the payer's account at the platform. Example: {@code contoso-cn}.
 * @param transactionId of the payment, as the platform names it. Example: {@code 4200001}.
 * @param amount what was paid, tax included
 * @param refundedAmount what went back of it so far
 * @param remainingAmount what is left: paid − refunded
 * @param paidAt when it was paid; absent while only a refund is known
 * @param status where the order stands
 * @param blockReason why it may not be invoiced, as the customer reads it
 * @param holdReason why it is held, more precisely; only of held orders
 * @param matchedOn day of the statement that confirms it
 * @param invoiceableFrom from when it may be invoiced; absent while nobody can tell
 * @param firstSeenAt when this service first heard of it
 * @param unreconciled invoiceable by policy, although there was no statement
 * @param warnings what there is to know about it; mostly nothing
 */
record StaffOrderView(
    String orderNumber,
    String platform,
    FactSource source,
    @Nullable String customerId,
    @Nullable String transactionId,
    Amount amount,
    Amount refundedAmount,
    Amount remainingAmount,
    @Nullable Instant paidAt,
    OrderStatus status,
    @Nullable BlockReason blockReason,
    @Nullable HoldReason holdReason,
    @Nullable LocalDate matchedOn,
    boolean unreconciled,
    @Nullable Instant invoiceableFrom,
    Instant firstSeenAt,
    List<OrderWarning> warnings) {

  static StaffOrderView of(Order order, List<OrderWarning> warnings) {
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
        order.firstSeenAt(),
        warnings);
  }
}
