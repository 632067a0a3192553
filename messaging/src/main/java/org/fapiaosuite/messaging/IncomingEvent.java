package org.fapiaosuite.messaging;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;

/**
 * Something that happened elsewhere, as it arrived.
 *
 * @param id the CloudEvents id; the inbox lets each through once
 * @param type the CloudEvents type with its version, for example {@code order.paid.v1}
 * @param source the service that said it
 * @param key what it happened to: the Kafka key
 * @param time when it happened
 * @param sequence its place among the events of its source, later ones higher; 0 when not told
 * @param data the payload, JSON
 */
public record IncomingEvent(
    String id, String type, String source, String key, Instant time, long sequence, String data) {

  /** Receivers read what they know and pass over the rest, so that producers may add fields. */
  private static final ObjectReader READER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .build()
          .reader();

  /**
   * The payload in the receiver's own shape: a record with the fields it needs.
   *
   * @throws UnreadableEventException when the payload does not have that shape; never tried again
   */
  public <T> T dataAs(Class<T> shape) {
    try {
      T value = READER.forType(shape).readValue(data);
      if (value == null) {
        throw new UnreadableEventException("payload is null", null);
      }
      return value;
    } catch (IOException e) {
      throw new UnreadableEventException("payload is not a " + shape.getSimpleName(), e);
    }
  }
}
