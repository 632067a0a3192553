package org.fapiaosuite.ordersync.window;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the calendar and the statement desk have to say about one order.
 *
 * @param from when it may be invoiced at the earliest
 * @param askedAt when the newest statement of its day had been asked for; null without any
 * @param beingFetched whether its day's statement is about to be fetched: then nothing is decided
 *     against the order before that was tried
 * @param goesWithout whether the platform's orders may do without any statement
 * @param patience how long to wait before looking again whether the statement has come
 */
public record Settlement(
    Instant from,
    @Nullable Instant askedAt,
    boolean beingFetched,
    boolean goesWithout,
    Duration patience) {

  /** Whether it may be invoiced although its day has no statement at all. */
  public boolean goesWithoutStatement() {
    return goesWithout && askedAt == null && !beingFetched;
  }
}
