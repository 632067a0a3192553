package org.fapiaosuite.ordersync.window;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;

/** How long records take to settle, and how often that is looked at. */
@ConfigMapping(prefix = "fapiao.order-sync.window")
public interface WindowPolicy {

  /** From payment to the moment it may be invoiced; the platform's own word is three days. */
  @WithDefault("PT72H")
  Duration settlement();

  /**
   * How long an order past the window whose statement is just being fetched waits until it is
   * looked at again; only then it is told that it is held.
   */
  @WithDefault("PT1M")
  Duration patience();

  /** How often orders that are due are looked for. */
  @WithDefault("1s")
  Duration pollInterval();

  /** The moment from which an order paid then may be invoiced. */
  default Instant invoiceableFrom(Instant paidAt) {
    return paidAt.plus(settlement());
  }
}
