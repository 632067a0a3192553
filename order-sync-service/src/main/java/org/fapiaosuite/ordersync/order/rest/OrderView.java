package org.fapiaosuite.ordersync.order.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.fapiaosuite.ordersync.font.OrderWarning;
import org.fapiaosuite.ordersync.money.Amount;
import org.fapiaosuite.ordersync.order.Order;
import org.fapiaosuite.ordersync.order.OrderStatus;
import org.fapiaosuite.ordersync.window.BlockReason;
import org.fapiaosuite.ordersync.window.HoldReason;
import org.jspecify.annotations.Nullable;

/**
 * An order as its customer sees it.
 *
 * @param orderNumber as in the confirmation mail. Example: {@code E0700K3M9Q}.
 * @param platform where it was paid. Example: {@code default}.
 * @param product as the platform names it. Example: {@code Office 365 E3, 12 months}.
 * @param quantity how many of it, 1 or more. Example: {@code 10}.
 * @param payerName who paid, as the platform names them. Example: {@code 上海示例科技有限公司}.
 * @param amount what was paid, tax included
 * @param refundedAmount what went back of it so far
 * @param remainingAmount what is left: paid − refunded
 * @param paidAt when it was paid
 * @param status where the order stands
 * @param invoiceableFrom when a Fapiao can be applied for; absent while nobody can tell
 * @param blockReason why it cannot be applied for now; absent when it can
 * @param refunds one by one; in lists left out
 * @param warnings what there is to know about it; mostly nothing
 */
record OrderView(
    String orderNumber,
    String platform,
    String product,
    int quantity,
    String payerName,
    Amount amount,
    Amount refundedAmount,
    Amount remainingAmount,
    Instant paidAt,
    OrderStatus status,
    @Nullable Instant invoiceableFrom,
    @Nullable BlockReason blockReason,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<RefundView> refunds,
    List<OrderWarning> warnings) {

  /**
   * Money that went back.
   *
   * @param refundId as the platform names it. Example: {@code R-1}.
   * @param amount what went back
   * @param refundedAt when
   * @param reason as the platform tells it. Example: {@code Two seats too many}.
   */
  record RefundView(String refundId, Amount amount, Instant refundedAt, @Nullable String reason) {}

  static OrderView listed(Order order, Instant now, List<OrderWarning> warnings) {
    return of(order, now, null, warnings);
  }

  static OrderView whole(Order order, Instant now, List<OrderWarning> warnings) {
    String currency = order.amount().currency();
    return of(
        order,
        now,
        order.refunds().stream()
            .map(
                refund ->
                    new RefundView(
                        refund.refundId(),
                        Amount.of(refund.amount(), currency),
                        refund.refundedAt(),
                        refund.reason()))
            .toList(),
        warnings);
  }

  private static OrderView of(
      Order order, Instant now, @Nullable List<RefundView> refunds, List<OrderWarning> warnings) {
    // Past the window and still waiting for its statement: no date is told that has gone by.
    boolean overdue =
        order.status() == OrderStatus.SYNCHRONISING
            && order.invoiceableFrom() != null
            && !now.isBefore(order.invoiceableFrom());
    return new OrderView(
        order.orderNumber(),
        order.platform(),
        Objects.requireNonNull(order.product()),
        Objects.requireNonNull(order.quantity()),
        Objects.requireNonNull(order.payerName()),
        order.amount(),
        order.refundedAmount(),
        order.remaining(),
        Objects.requireNonNull(order.paidAt()),
        order.status(),
        overdue ? null : order.invoiceableFrom(),
        overdue ? BlockReason.NOT_RECONCILED : blockReason(order),
        refunds,
        warnings);
  }

  static @Nullable BlockReason blockReason(Order order) {
    HoldReason reason = order.holdReason();
    return switch (order.status()) {
      case AWAITING_PAYMENT -> BlockReason.HELD;
      case SYNCHRONISING -> BlockReason.SETTLEMENT_WINDOW;
      case INVOICEABLE -> null;
      case HELD -> reason == null ? BlockReason.HELD : reason.told();
      case REFUNDED -> BlockReason.REFUNDED;
    };
  }
}
