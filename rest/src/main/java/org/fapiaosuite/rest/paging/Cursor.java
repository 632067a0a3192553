package org.fapiaosuite.rest.paging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.fapiaosuite.rest.problem.ProblemException;
import org.fapiaosuite.rest.problem.StandardProblem;

/**
 * Where a page ended: the sort key of its last row. Opaque to callers, and good for its own list
 * alone.
 *
 * @param at the moment the list is sorted by, to the microsecond
 * @param key makes the order total; at most a few hundred characters
 */
public record Cursor(Instant at, String key) {

  /** Comes before the newest row of any list that is sorted newest first. */
  public static final Cursor NEWEST =
      new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1L, -1L));

  /** Comes before the oldest row of any list that is sorted oldest first. */
  public static final Cursor OLDEST = new Cursor(Instant.EPOCH, new UUID(0L, 0L));

  /** What a caller may send; ours are shorter. */
  private static final int LONGEST = 500;

  private static final int HEAD = Integer.BYTES + Long.BYTES;

  /** A position in a list that is sorted by a moment and then by id. */
  public Cursor(Instant at, UUID id) {
    this(at, id.toString());
  }

  /** A position in a list that is sorted by its key alone. */
  public static Cursor of(String key) {
    return new Cursor(Instant.EPOCH, key);
  }

  /**
   * The key as the id it is.
   *
   * @throws ProblemException 422 when it is none: then the cursor is none of ours
   */
  public UUID id() {
    try {
      return UUID.fromString(key);
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  /** What a caller is told who sends a cursor that this list did not give. */
  public static ProblemException unknown() {
    return StandardProblem.VALIDATION.with().violation("cursor", "violation.cursor");
  }

  /**
   * The cursor as a caller passes it on.
   *
   * @param list its path, which tells it from every other list
   */
  String encode(String list) {
    byte[] text = key.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(HEAD + text.length)
            .putInt(list.hashCode())
            .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
            .put(text);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /**
   * Reads a cursor.
   *
   * @throws ProblemException 422 when it is not one of that list
   */
  static Cursor decode(String list, String text) {
    if (text.length() > LONGEST) {
      throw unknown();
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      if (bytes.remaining() <= HEAD || bytes.getInt() != list.hashCode()) {
        throw unknown();
      }
      Instant at = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
      String key = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      if (at.isBefore(OLDEST.at) || at.isAfter(NEWEST.at) || key.indexOf('\0') >= 0) {
        throw unknown();
      }
      return new Cursor(at, key);
    } catch (IllegalArgumentException
        | DateTimeException
        | ArithmeticException
        | CharacterCodingException e) {
      throw unknown();
    }
  }
}
