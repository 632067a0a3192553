package org.fapiaosuite.messaging.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.fapiaosuite.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event as it stands in the outbox. For a service that writes its change and the event in one
 * SQL statement: it inserts these values into {@link #TABLE} ({@link #COLUMNS}), in this order, and
 * calls {@link Outbox#nudge()} after the commit. Everybody else calls {@link Outbox#append}.
 *
 * @param data the payload as JSON text
 * @param traceparent the W3C trace context in which the event came to be, null outside of any
 */
public record OutboxRow(
    UUID eventId,
    String topic,
    String type,
    String aggregateId,
    OffsetDateTime occurredAt,
    @Nullable String traceparent,
    String data) {

  public static final String TABLE = "outbox";

  /** uuid, text, text, text, timestamptz, text (nullable), text. */
  public static final String COLUMNS =
      "event_id, topic, type, aggregate_id, occurred_at, traceparent, data";

  private static final ObjectWriter WRITER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build()
          .writer();

  /**
   * The row of an event: its data written as JSON (instants in ISO 8601, absent fields left out)
   * and the trace context of the work at hand.
   *
   * @throws IllegalArgumentException when the data cannot be written as JSON
   */
  public static OutboxRow of(OutgoingEvent event) {
    return new OutboxRow(
        event.id(),
        event.topic(),
        event.type(),
        event.aggregateId(),
        event.occurredAt().atOffset(ZoneOffset.UTC),
        currentTraceparent(),
        json(event.data()));
  }

  private static String json(Object data) {
    try {
      return WRITER.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("event data cannot be written as JSON", e);
    }
  }

  private static @Nullable String currentTraceparent() {
    Map<String, String> carrier = new HashMap<>();
    W3CTraceContextPropagator.getInstance().inject(Context.current(), carrier, Map::put);
    return carrier.get("traceparent");
  }
}
