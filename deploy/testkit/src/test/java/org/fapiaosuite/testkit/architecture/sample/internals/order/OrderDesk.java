package org.fapiaosuite.testkit.architecture.sample.internals.order;

import org.fapiaosuite.testkit.architecture.sample.internals.order.rest.OrderView;

/** Knows how it is shown, and should not. */
class OrderDesk {
  OrderView view(Order order) {
    return new OrderView(order.number());
  }
}
