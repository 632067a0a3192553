package org.fapiaosuite.fapiao.stock;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How stock is looked after. */
@ConfigMapping(prefix = "fapiao.stock")
public interface StockConfig {

  /** A quota of which this part or less is left is low, in percent of the month's. */
  @WithDefault("10")
  @Min(0)
  @Max(100)
  int quotaLowPercent();

  /** How often those that wait are served, and low stock is looked for. */
  @WithDefault("2s")
  Duration lookEvery();
}
