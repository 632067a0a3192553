package org.fapiaosuite.ordersync.order.events;

import java.time.Instant;
import java.util.UUID;
import org.fapiaosuite.messaging.OutgoingEvent;

/** The data of one event about an order; its components are the payload. */
public sealed interface OrderEvent permits OrderPaid, OrderInvoiceable, OrderRefunded, OrderHeld {

  /** The topic of all of them; the key is the order number. */
  String TOPIC = "order.events";

  String orderNumber();

  /** The CloudEvents type. */
  String eventType();

  /** When it happened, seen at {@code now}. */
  Instant happenedAt(Instant now);

  default OutgoingEvent outgoing(UUID id, Instant now) {
    return OutgoingEvent.of(id, TOPIC, eventType(), orderNumber(), happenedAt(now), this);
  }
}
