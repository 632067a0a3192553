package org.fapiaosuite.gateway.forwarding;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreakerTest {

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final Breaker breaker = new Breaker(3, Duration.ofSeconds(2), nanos::get);

  @Test
  void aFewTimeoutsInARowAreBorne() {
    timeOut(2);
    breaker.answered();
    timeOut(2);

    assertTrue(breaker.admits());
  }

  @Test
  void afterThatNothingPassesForAWhile() {
    timeOut(3);

    assertFalse(breaker.admits());
    nanos.addAndGet(Duration.ofMillis(1999).toNanos());
    assertFalse(breaker.admits());
  }

  @Test
  void thenOneTriesAndItsAnswerOpensTheWay() {
    timeOut(3);
    nanos.addAndGet(Duration.ofSeconds(2).toNanos());

    assertTrue(breaker.admits());
    assertFalse(breaker.admits(), "a second one tries as well");
    breaker.answered();
    assertTrue(breaker.admits());
    assertTrue(breaker.admits());
  }

  @Test
  void aTryThatTimesOutStartsTheWhileAnew() {
    timeOut(3);
    nanos.addAndGet(Duration.ofSeconds(2).toNanos());
    assertTrue(breaker.admits());
    breaker.timedOut();

    assertFalse(breaker.admits());
  }

  @Test
  void aTryWhoseCallerWentAwayLetsTheNextOneTry() {
    timeOut(3);
    nanos.addAndGet(Duration.ofSeconds(2).toNanos());
    assertTrue(breaker.admits());
    breaker.neither();

    assertTrue(breaker.admits());
  }

  private void timeOut(int times) {
    for (int i = 0; i < times; i++) {
      breaker.timedOut();
    }
  }
}
