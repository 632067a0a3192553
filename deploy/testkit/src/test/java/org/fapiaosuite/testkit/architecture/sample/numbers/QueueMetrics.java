package org.fapiaosuite.testkit.architecture.sample.numbers;

import io.micrometer.core.instrument.Counter;

/** Gives a reading, as the library wants it. */
class QueueMetrics {
  double reading(Counter counter) {
    return counter.count();
  }
}
