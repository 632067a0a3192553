package org.fapiaosuite.ordersync.fact;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** What a payment can be at all; anything beyond is refused as impossible. */
@ConfigMapping(prefix = "fapiao.order-sync.limits")
public interface MovementLimits {

  /** The highest order, in units of its currency, at most two decimals. */
  @WithDefault("100000000.00")
  @Positive
  BigDecimal highestAmount();

  /** The largest number of licences in one order. */
  @WithDefault("1000000")
  @Min(1)
  int highestQuantity();

  /** Nothing was sold before; Office 365 operated by 21Vianet opened in April 2014. */
  @WithDefault("2014-01-01T00:00:00Z")
  Instant earliestPayment();

  /** How far ahead of ours the platform's clock may be. */
  @WithDefault("PT5M")
  Duration clockTolerance();
}
