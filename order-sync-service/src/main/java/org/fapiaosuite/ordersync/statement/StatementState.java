package org.fapiaosuite.ordersync.statement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the statement of a day is.
 *
 * @param askedAt when the newest one that was taken had been asked for; null without any
 * @param nextAttemptAt when it will be asked for next; null when that is not planned
 * @param isBeingRead whether somebody is at it
 */
public record StatementState(
    @Nullable Instant askedAt, @Nullable Instant nextAttemptAt, boolean isBeingRead) {

  /** Of a day that nobody has asked for yet. */
  public static final StatementState UNKNOWN = new StatementState(null, null, false);

  /** Whether a payment that we heard of then can be in a statement that was taken. */
  public boolean covers(Instant recordedAt) {
    return askedAt != null && !askedAt.isBefore(recordedAt);
  }

  /** Whether it is being fetched, or will be in a moment. */
  public boolean isImminent(Instant now) {
    return isBeingRead || (nextAttemptAt != null && !nextAttemptAt.isAfter(now));
  }
}
