package org.fapiaosuite.testkit.architecture.sample.internals.invoice;

import org.fapiaosuite.testkit.architecture.sample.internals.order.Order;
import org.fapiaosuite.testkit.architecture.sample.internals.order.events.OrderPaid;
import org.fapiaosuite.testkit.architecture.sample.internals.order.sorting.OrderSorter;

/** Takes what is offered and what is told, and reaches for more. */
class InvoiceDesk {
  String mayKnow(Order order, OrderPaid paid) {
    return order.number() + paid.number();
  }

  int mayNotKnow(OrderSorter sorter) {
    return sorter.hashCode();
  }
}
