package org.fapiaosuite.fapiao.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.fapiaosuite.fapiao.bill.PaidOrder;
import org.fapiaosuite.kernel.Money;

/** What order-sync-service tells of orders, without the way over the broker. */
@ApplicationScoped
@Transactional
public class TalliedOrders {

  private final BillKeeper keeper;

  TalliedOrders(BillKeeper keeper) {
    this.keeper = keeper;
  }

  public void paid(PaidOrder order) {
    keeper.paid(order);
    keeper.synchronised(order.orderNumber(), order.invoiceableFrom());
  }

  public void refunded(String orderNumber, Money total) {
    keeper.refunded(orderNumber, total);
  }
}
