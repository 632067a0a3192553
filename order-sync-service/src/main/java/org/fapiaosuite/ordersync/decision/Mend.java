package org.fapiaosuite.ordersync.decision;

import org.fapiaosuite.ordersync.fact.OrderDetails;
import org.jspecify.annotations.Nullable;

/** What takes the place of what the platform told; null leaves it as it is. */
public record Mend(
    @Nullable String product,
    @Nullable Integer quantity,
    @Nullable String payerName,
    @Nullable String payerEmail) {

  /** Whether it leaves everything as it is. */
  public boolean isEmpty() {
    return product == null && quantity == null && payerName == null && payerEmail == null;
  }

  /** With what is put right by a later one. */
  Mend then(Mend later) {
    return new Mend(
        later.product == null ? product : later.product,
        later.quantity == null ? quantity : later.quantity,
        later.payerName == null ? payerName : later.payerName,
        later.payerEmail == null ? payerEmail : later.payerEmail);
  }

  /** As details of an order that nobody said whose it is. */
  OrderDetails details() {
    return new OrderDetails(null, payerName, payerEmail, product, quantity);
  }
}
