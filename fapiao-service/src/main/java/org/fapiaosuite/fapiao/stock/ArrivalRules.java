package org.fapiaosuite.fapiao.stock;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.fapiaosuite.fapiao.kind.LegacyCode;
import org.fapiaosuite.fapiao.problem.Problem;
import org.fapiaosuite.fapiao.problem.Violations;
import org.jspecify.annotations.Nullable;

/** Checks what is registered as announced or received. */
@ApplicationScoped
class ArrivalRules {

  /** Whatever arrived longer ago was booked with another date, or never will be. */
  private static final Duration LONGEST_AGO = Duration.ofDays(31);

  /** Nobody announces what is farther ahead. */
  private static final Duration FARTHEST_AHEAD = Duration.ofDays(731);

  /** More numbers than a seller gets at once: a slip of the pen. */
  private static final long MOST_NUMBERS = 1_000_000;

  private final NumberRanges ranges;
  private final Clock clock;

  ArrivalRules(NumberRanges ranges, Clock clock) {
    this.ranges = ranges;
    this.clock = clock;
  }

  /**
   * Checks a new range.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 422 with everything that is wrong, 409
   *     when it overlaps another range
   */
  void check(StockArrival arrival) {
    Violations violations = new Violations();
    if (!LegacyCode.isWellFormed(arrival.code())) {
      violations.add("code", "violation.code");
    } else if (!LegacyCode.fits(arrival.code(), arrival.kind())) {
      violations.add("code", "violation.code-of-stock");
    }
    boolean from = isNumber("first", arrival.first(), violations);
    boolean to = isNumber("last", arrival.last(), violations);
    if (from && to) {
      checkOrder(arrival, violations);
    }
    if (arrival.expectedAt() == null && arrival.receivedAt() == null) {
      violations.add("expectedAt", "violation.expected-or-received");
    }
    if (arrival.receivedAt() == null) {
      checkExpected(arrival.expectedAt(), violations);
    }
    checkReceived(arrival.receivedAt(), violations);
    violations.throwIfAny();
    ranges
        .overlapping(
            arrival.code(), Long.parseLong(arrival.first()), Long.parseLong(arrival.last()))
        .ifPresent(ArrivalRules::refuse);
  }

  /**
   * Checks when a range that is known is expected or was received.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 422 with everything that is wrong, 409
   *     when numbers of it are in use and it is said not to be here
   */
  void checkSchedule(NumberRange range, @Nullable Instant expectedAt, @Nullable Instant received) {
    Violations violations = new Violations();
    if (expectedAt == null && received == null) {
      violations.add("expectedAt", "violation.expected-or-received");
    }
    if (received == null && expectedAt != null && !expectedAt.equals(range.expectedAt())) {
      checkExpected(expectedAt, violations);
    }
    if (received != null && !received.equals(range.receivedAt())) {
      checkReceived(received, violations);
    }
    violations.throwIfAny();
    if (received == null && range.isReceived() && !range.isUntouched()) {
      throw Problem.STOCK_IN_USE.with();
    }
  }

  private void checkExpected(@Nullable Instant expectedAt, Violations violations) {
    Instant now = clock.instant();
    if (expectedAt != null
        && (!expectedAt.isAfter(now) || expectedAt.isAfter(now.plus(FARTHEST_AHEAD)))) {
      violations.add("expectedAt", "violation.in-future");
    }
  }

  private void checkReceived(@Nullable Instant receivedAt, Violations violations) {
    Instant now = clock.instant();
    if (receivedAt != null
        && (receivedAt.isAfter(now) || receivedAt.isBefore(now.minus(LONGEST_AGO)))) {
      violations.add("receivedAt", "violation.received-at", LONGEST_AGO.toDays());
    }
  }

  private static void checkOrder(StockArrival arrival, Violations violations) {
    long count = Long.parseLong(arrival.last()) - Long.parseLong(arrival.first()) + 1;
    if (count < 1) {
      violations.add("last", "violation.first-after-last");
    } else if (count > MOST_NUMBERS) {
      violations.add("last", "violation.too-many-numbers", MOST_NUMBERS);
    }
  }

  private static boolean isNumber(String field, String number, Violations violations) {
    boolean right = number.matches("\\d{8}");
    if (!right) {
      violations.add(field, "violation.number-8");
    }
    return right;
  }

  private static void refuse(NumberRange other) {
    throw Problem.RANGE_OVERLAPS.with(
        other.code(), PrintedNumber.digits(other.first()), PrintedNumber.digits(other.last()));
  }
}
