package org.fapiaosuite.rest.problem;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The id that ties an answer to the log lines and events of its request. */
public final class TraceId {

  private static final SecureRandom RANDOM = new SecureRandom();

  private TraceId() {}

  /** The W3C trace id of the running request, 32 hex digits; a fresh one when tracing is off. */
  public static String current() {
    SpanContext span = Span.current().getSpanContext();
    if (span.isValid()) {
      return span.getTraceId();
    }
    byte[] fresh = new byte[16];
    RANDOM.nextBytes(fresh);
    return HexFormat.of().formatHex(fresh);
  }
}
