package org.fapiaosuite.fapiao.orders;

import java.time.Instant;
import org.fapiaosuite.fapiao.bill.PaidOrder;

/** What is needed here of {@code order.paid.v1}. */
record OrderPaid(
    String orderNumber,
    String customerId,
    Payer payer,
    String product,
    int quantity,
    MoneyData amount,
    Instant paidAt,
    Instant invoiceableFrom) {

  record Payer(String name) {}

  PaidOrder order() {
    return new PaidOrder(
        BillKeeper.normal(orderNumber),
        customerId,
        payer.name(),
        product,
        quantity,
        amount.money(),
        paidAt,
        invoiceableFrom);
  }
}
