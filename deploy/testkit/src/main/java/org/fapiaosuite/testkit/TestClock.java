package org.fapiaosuite.testkit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;

/**
 * The clock of an application under test: the machine's, until a test {@link #set sets} it, from
 * when on it stands still, or {@link #advance advances} it. Inject it into the test, and {@link
 * #reset} it afterwards.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class TestClock extends Clock {
  private volatile UnaryOperator<Instant> reading = UnaryOperator.identity();

  /** Stops the clock at this moment. */
  public void set(Instant moment) {
    reading = now -> moment;
  }

  /** Moves the clock forward; a standing one stands on, a running one runs on. */
  public void advance(Duration step) {
    UnaryOperator<Instant> before = reading;
    reading = now -> before.apply(now).plus(step);
  }

  /** Back to the machine's time. */
  public void reset() {
    reading = UnaryOperator.identity();
  }

  @Override
  public Instant instant() {
    return reading.apply(Instant.now());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    TestClock self = this;
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return zone;
      }

      @Override
      public Clock withZone(ZoneId other) {
        return self.withZone(other);
      }

      @Override
      public Instant instant() {
        return self.instant();
      }
    };
  }
}
