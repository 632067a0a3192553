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

  /** How often it is measured what is left, and told when that is low. */
  @WithDefault("1m")
  Duration watchEvery();

  /** How often those that wait are served. */
  @WithDefault("2s")
  Duration lookEvery();
}
