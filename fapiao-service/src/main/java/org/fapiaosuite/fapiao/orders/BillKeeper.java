package org.fapiaosuite.fapiao.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.fapiaosuite.fapiao.application.Applications;
import org.fapiaosuite.fapiao.application.Reduction;
import org.fapiaosuite.fapiao.bill.Bill;
import org.fapiaosuite.fapiao.bill.Bills;
import org.fapiaosuite.fapiao.bill.BlockReason;
import org.fapiaosuite.fapiao.bill.PaidOrder;
import org.fapiaosuite.kernel.Money;
import org.fapiaosuite.kernel.OrderNumber;
import org.fapiaosuite.messaging.inbox.RetryLaterException;
import org.fapiaosuite.rest.identity.Ids;

/** Keeps one bill an order, true to what is told of the order. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class BillKeeper {

  private final Bills bills;
  private final Applications applications;
  private final Reduction reduction;
  private final Ids ids;

  BillKeeper(Bills bills, Applications applications, Reduction reduction, Ids ids) {
    this.bills = bills;
    this.applications = applications;
    this.reduction = reduction;
    this.ids = ids;
  }

  void paid(PaidOrder order) {
    if (bills.ofOrder(order.orderNumber()).isEmpty()) {
      bills.persist(Bill.of(ids.next(), ids.next(), order));
    }
  }

  void synchronised(String orderNumber, Instant from) {
    bill(orderNumber).synchronise(from);
  }

  void held(String orderNumber, String reason) {
    bill(orderNumber).hold(BlockReason.named(reason));
  }

  /**
   * What nobody holds goes first, then what applications hold that are not issued yet. Where the
   * issuer was asked, its answer decides: issuing saves it and comes back to what is left.
   */
  void refunded(String orderNumber, Money total) {
    Bill bill = bill(orderNumber);
    bill.refund(total);
    for (UUID holder : bill.holders()) {
      reduction.cover(bill, applications.lock(holder).orElseThrow());
    }
  }

  /** What was told before there was one form, or by a platform of one's own, is told here too. */
  static String normal(String told) {
    return OrderNumber.parse(told).map(OrderNumber::text).orElse(told);
  }

  private Bill bill(String orderNumber) {
    // To the letter first: two numbers from before may differ in their case alone.
    return bills
        .ofOrder(orderNumber)
        .or(() -> bills.ofOrder(normal(orderNumber)))
        .orElseThrow(() -> new RetryLaterException("the order is not known yet"));
  }
}
