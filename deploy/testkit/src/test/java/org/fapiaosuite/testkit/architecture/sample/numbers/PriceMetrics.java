package org.fapiaosuite.testkit.architecture.sample.numbers;

/** Is called after metrics and has none. */
class PriceMetrics {
  double price() {
    return 1;
  }
}
