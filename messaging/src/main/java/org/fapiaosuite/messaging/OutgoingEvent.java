package org.fapiaosuite.messaging;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened here and that others are to hear of: one CloudEvent in the making.
 *
 * @param id the event's identity (UUIDv7); receivers ignore an id they have seen
 * @param topic the Kafka topic, for example {@code order.events}
 * @param type the CloudEvents type with its version, for example {@code order.paid.v1}
 * @param aggregateId what it happened to: the Kafka key, within which order is kept
 * @param occurredAt when it happened, which is not when it is sent
 * @param data the payload, written as JSON
 */
public record OutgoingEvent(
    UUID id, String topic, String type, String aggregateId, Instant occurredAt, Object data) {

  /** The same as the constructor, for reading at the call. */
  public static OutgoingEvent of(
      UUID id, String topic, String type, String aggregateId, Instant occurredAt, Object data) {
    return new OutgoingEvent(id, topic, type, aggregateId, occurredAt, data);
  }
}
