package org.fapiaosuite.simulator.deliveries;

import java.time.Duration;

/** How long to wait before the next attempt: half a second first, half a minute at last. */
final class BackOff {

  private static final int[] SECONDS_TIMES_TWO = {1, 2, 4, 8, 16, 30};
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private BackOff() {}

  /**
   * The wait after an attempt that failed.
   *
   * @param attempts made so far, at least one
   * @param retryAfter what the receiver asks for, zero when it does not
   */
  static Duration after(int attempts, Duration retryAfter) {
    Duration own =
        attempts > SECONDS_TIMES_TWO.length
            ? LONGEST
            : Duration.ofMillis(SECONDS_TIMES_TWO[attempts - 1] * 500L);
    Duration wanted = retryAfter.compareTo(own) > 0 ? retryAfter : own;
    return wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
  }
}
