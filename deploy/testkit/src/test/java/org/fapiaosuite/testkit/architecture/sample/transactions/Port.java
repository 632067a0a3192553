package org.fapiaosuite.testkit.architecture.sample.transactions;

/** Behind it another machine waits, in whatever way. */
interface Port {
  String ask();
}
