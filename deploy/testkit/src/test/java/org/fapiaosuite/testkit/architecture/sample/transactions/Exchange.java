package org.fapiaosuite.testkit.architecture.sample.transactions;

/** Where a rate comes from. */
interface Exchange {
  String rate();
}
