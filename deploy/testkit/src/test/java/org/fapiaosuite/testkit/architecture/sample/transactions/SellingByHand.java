package org.fapiaosuite.testkit.architecture.sample.transactions;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** The same where the transaction is a lambda. */
class SellingByHand {
  private final Prices prices;

  SellingByHand(Prices prices) {
    this.prices = prices;
  }

  String sell() {
    return QuarkusTransaction.requiringNew().call(() -> prices.today());
  }
}
