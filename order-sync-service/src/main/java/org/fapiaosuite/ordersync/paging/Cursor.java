package org.fapiaosuite.ordersync.paging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/**
 * A position in a list that is ordered by time and then by a key, newest first.
 *
 * @param at to the microsecond, as the database keeps it
 */
public record Cursor(Instant at, String key) {
  private static final int LONGEST = 400;

  /** Before everything: the first page. */
  public static final Cursor START = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), "\uffff");

  /**
   * Reads a cursor of ours; null is the start.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 422 when it is none of ours
   */
  public static Cursor parse(@Nullable String text) {
    if (text == null) {
      return START;
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      if (text.length() > LONGEST || bytes.remaining() <= Long.BYTES) {
        throw unknown();
      }
      long micros = bytes.getLong();
      String key = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      if (key.indexOf('\0') >= 0 || Math.abs(micros) > 253_402_300_800_000_000L) {
        throw unknown();
      }
      return new Cursor(
          Instant.ofEpochSecond(
              Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1000L),
          key);
    } catch (IllegalArgumentException | java.nio.charset.CharacterCodingException e) {
      throw unknown();
    }
  }

  private static RuntimeException unknown() {
    return StandardProblem.VALIDATION.with().violation("cursor", "violation.value");
  }

  /** Opaque to callers. */
  public String text() {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    long micros = at.getEpochSecond() * 1_000_000 + at.getNano() / 1000;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            ByteBuffer.allocate(Long.BYTES + bytes.length).putLong(micros).put(bytes).array());
  }
}
