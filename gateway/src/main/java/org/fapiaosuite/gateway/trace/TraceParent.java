package org.fapiaosuite.gateway.trace;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code traceparent} of W3C Trace Context, version 00.
 *
 * @param value the header
 * @param traceId 32 hex digits
 * @param inherited whether the caller brought it, so that their {@code tracestate} may go on too
 */
public record TraceParent(String value, String traceId, boolean inherited) {

  private static final Pattern SHAPE =
      Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  /** The caller's trace where it is valid, else a new one, not sampled. */
  public static TraceParent of(@Nullable String header) {
    if (header != null) {
      Matcher matcher = SHAPE.matcher(header);
      if (matcher.matches()) {
        return new TraceParent(header, matcher.group(1), true);
      }
    }
    ThreadLocalRandom random = ThreadLocalRandom.current();
    String traceId = hex(random.nextLong() | 1) + hex(random.nextLong());
    return new TraceParent(
        "00-" + traceId + '-' + hex(random.nextLong() | 1) + "-00", traceId, false);
  }

  private static String hex(long bits) {
    String digits = Long.toHexString(bits);
    return "0".repeat(16 - digits.length()) + digits;
  }
}
