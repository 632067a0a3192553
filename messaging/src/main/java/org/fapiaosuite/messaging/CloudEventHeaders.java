package org.fapiaosuite.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** The Kafka headers of a CloudEvent in binary mode (CloudEvents 1.0, Kafka protocol binding). */
public final class CloudEventHeaders {
  public static final String SPEC_VERSION = "ce_specversion";
  public static final String ID = "ce_id";
  public static final String TYPE = "ce_type";
  public static final String SOURCE = "ce_source";
  public static final String TIME = "ce_time";

  /** The CloudEvents extension that tells the order of one source's events. */
  public static final String SEQUENCE = "ce_sequence";

  public static final String CONTENT_TYPE = "content-type";
  public static final String TRACEPARENT = "traceparent";

  private CloudEventHeaders() {}

  /**
   * The event that a record carries.
   *
   * @throws UnreadableEventException when a header that every event has is missing or wrong
   */
  public static IncomingEvent read(ConsumerRecord<String, byte[]> event) {
    if (event.key() == null || event.value() == null) {
      throw new UnreadableEventException("key or payload is missing", null);
    }
    return new IncomingEvent(
        required(event, ID),
        required(event, TYPE),
        required(event, SOURCE),
        event.key(),
        instant(required(event, TIME)),
        sequence(value(event, SEQUENCE)),
        new String(event.value(), UTF_8));
  }

  public static @Nullable String value(ConsumerRecord<String, byte[]> event, String name) {
    Header header = event.headers().lastHeader(name);
    return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
  }

  private static String required(ConsumerRecord<String, byte[]> event, String name) {
    String value = value(event, name);
    if (value == null || value.isBlank() || value.indexOf('\0') >= 0) {
      throw new UnreadableEventException("header " + name + " is missing", null);
    }
    return value;
  }

  /** As text that sorts like the number, which the extension asks for. */
  public static String sequence(long number) {
    return "%019d".formatted(number);
  }

  private static long sequence(@Nullable String text) {
    if (text == null) {
      return 0;
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new UnreadableEventException("header " + SEQUENCE + " is no number", e);
    }
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new UnreadableEventException("header " + TIME + " is no instant", e);
    }
  }
}
