package org.fapiaosuite.testkit.architecture.sample.transactions;

import jakarta.transaction.Transactional;

/** Holds its locks while another machine thinks, three classes away. */
@Transactional
class Selling {
  private final Prices prices;

  Selling(Prices prices) {
    this.prices = prices;
  }

  String sell() {
    return prices.today();
  }
}
