package org.fapiaosuite.ordersync.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How long things are kept, in whole days. */
@ConfigMapping(prefix = "fapiao.order-sync.retention")
public interface RetentionConfig {

  /** Bodies of pushes. */
  @WithDefault("30")
  @Min(1)
  int pushBodyDays();

  /** Keys of pushes: the wall against taking one twice; refused pushes as well. */
  @WithDefault("90")
  @Min(1)
  int pushKeyDays();

  /** Days for which partitions are made ahead. */
  @WithDefault("7")
  @Min(1)
  int daysAhead();

  /** How often this is looked after. */
  @WithDefault("1h")
  String every();
}
