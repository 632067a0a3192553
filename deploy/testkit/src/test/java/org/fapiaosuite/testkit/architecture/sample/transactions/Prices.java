package org.fapiaosuite.testkit.architecture.sample.transactions;

/** Knows nothing of transactions. */
class Prices {
  private final Exchange exchange;

  Prices(Exchange exchange) {
    this.exchange = exchange;
  }

  String today() {
    return exchange.rate();
  }
}
