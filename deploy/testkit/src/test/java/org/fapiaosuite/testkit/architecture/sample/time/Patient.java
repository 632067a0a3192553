package org.fapiaosuite.testkit.architecture.sample.time;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;

/** Asks the clock it was given, and measures. */
class Patient {
  LocalDate today(Clock clock) {
    return LocalDate.now(clock);
  }

  Date moment(Clock clock) {
    return Date.from(clock.instant());
  }

  long measured() {
    return System.nanoTime();
  }
}
