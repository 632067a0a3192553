package org.fapiaosuite.testkit.architecture.sample.transactions;

import jakarta.transaction.Transactional;

/** Asks before it begins, or steps out of the transaction for it. */
class AskingFirst {
  private final Prices prices;

  AskingFirst(Prices prices) {
    this.prices = prices;
  }

  String sell() {
    return keep(prices.today());
  }

  @Transactional
  String keep(String price) {
    return price.strip();
  }

  @Transactional
  String keepAfterAll() {
    return outside();
  }

  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  String outside() {
    return prices.today();
  }
}
