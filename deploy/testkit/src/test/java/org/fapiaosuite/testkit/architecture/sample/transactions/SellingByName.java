package org.fapiaosuite.testkit.architecture.sample.transactions;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** The same where the transaction is given a method by its name. */
class SellingByName {
  private final Prices prices;

  SellingByName(Prices prices) {
    this.prices = prices;
  }

  String sell() {
    return QuarkusTransaction.requiringNew().call(prices::today);
  }
}
