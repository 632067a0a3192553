package org.fapiaosuite.fapiao.paging;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended: the sort key of its last row. Opaque to callers.
 *
 * @param at the moment the list is sorted by, to the microsecond
 * @param id makes the order total
 */
public record Cursor(Instant at, UUID id) {

  private static final int BYTES = 24;

  /** Comes before the newest row of any list that is sorted newest first. */
  public static final Cursor NEWEST =
      new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1L, -1L));

  /** Comes before the oldest row of any list that is sorted oldest first. */
  public static final Cursor OLDEST = new Cursor(Instant.EPOCH, new UUID(0L, 0L));

  /** The cursor as a caller passes it on. */
  public String encode() {
    byte[] bytes =
        ByteBuffer.allocate(BYTES)
            .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Reads a cursor.
   *
   * @param start where a list begins that is asked for without one
   * @throws org.fapiaosuite.rest.problem.ProblemException when it is none of ours
   */
  public static Cursor decode(@Nullable String text, Cursor start) {
    if (text == null) {
      return start;
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      if (bytes.length == BYTES) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        Instant at = Instant.EPOCH.plus(buffer.getLong(), ChronoUnit.MICROS);
        Cursor cursor = new Cursor(at, new UUID(buffer.getLong(), buffer.getLong()));
        if (!at.isBefore(OLDEST.at) && !at.isAfter(NEWEST.at)) {
          return cursor;
        }
      }
    } catch (IllegalArgumentException | java.time.DateTimeException | ArithmeticException e) {
      // told below, like every other text that is no cursor
    }
    throw StandardProblem.VALIDATION.with().violation("cursor", "violation.cursor");
  }
}
