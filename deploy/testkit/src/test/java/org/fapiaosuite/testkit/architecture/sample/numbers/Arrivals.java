package org.fapiaosuite.testkit.architecture.sample.numbers;

import io.micrometer.core.instrument.Counter;

/** Counts; the number of the library is none of its own. */
class Arrivals {
  void count(Counter counter) {
    counter.increment(2);
  }
}
