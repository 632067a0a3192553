package org.fapiaosuite.messaging.inbox;

import org.fapiaosuite.messaging.IncomingEvent;

/**
 * What a service does with the events of one topic: a CDI bean that a Kafka channel hands its
 * records to through {@link Inbox#receive}. The library knows all handlers from the start, so that
 * an event that was set aside can be handled without Kafka.
 */
public interface EventHandler {

  /**
   * The name under which the inbox remembers what was handled, for example {@code
   * notification-service.orders}. Stable: under another name every event would count as new.
   */
  String consumer();

  /**
   * Has the event's effect, in the transaction that also remembers it. An exception rolls both
   * back: tried again, at last set aside as a dead letter. No network call in here.
   */
  void handle(IncomingEvent event);
}
