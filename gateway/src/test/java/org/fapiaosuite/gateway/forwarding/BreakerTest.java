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
  void a_few_timeouts_in_a_row_are_borne() {
    timeOut(2);
    breaker.answered();
    timeOut(2);

    assertTrue(breaker.admits());
  }

  @Test
  void after_that_nothing_passes_for_a_while() {
    timeOut(3);

    assertFalse(breaker.admits());
    nanos.addAndGet(Duration.ofMillis(1999).toNanos());
    assertFalse(breaker.admits());
  }

  @Test
  void then_one_tries_and_its_answer_opens_the_way() {
    timeOut(3);
    nanos.addAndGet(Duration.ofSeconds(2).toNanos());

    assertTrue(breaker.admits());
    assertFalse(breaker.admits(), "a second one tries as well");
    breaker.answered();
    assertTrue(breaker.admits());
    assertTrue(breaker.admits());
  }

  @Test
  void a_try_that_times_out_starts_the_while_anew() {
    timeOut(3);
    nanos.addAndGet(Duration.ofSeconds(2).toNanos());
    assertTrue(breaker.admits());
    breaker.timedOut();

    assertFalse(breaker.admits());
  }

  @Test
  void a_try_whose_caller_went_away_lets_the_next_one_try() {
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
