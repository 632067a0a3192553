package org.fapiaosuite.ordersync.order.events;

import java.time.Instant;
import org.fapiaosuite.ordersync.window.BlockReason;

/** An order may not be invoiced until somebody or something settles the reason. */
public record OrderHeld(String orderNumber, String customerId, BlockReason reason)
    implements OrderEvent {

  @Override
  public String eventType() {
    return "order.held.v1";
  }

  @Override
  public Instant happenedAt(Instant now) {
    return now;
  }
}
