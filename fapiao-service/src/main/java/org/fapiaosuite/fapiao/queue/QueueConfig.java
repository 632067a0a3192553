package org.fapiaosuite.fapiao.queue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How the service centre works through its queue. */
@ConfigMapping(prefix = "fapiao.queue")
public interface QueueConfig {

  /** How long a claim keeps others off, unless it is claimed again. */
  @WithDefault("PT15M")
  Duration claimLease();

  /** How often promises that have come to be at risk are looked for. */
  @WithDefault("PT30S")
  Duration watchEvery();

  /** The most applications of one export. */
  @WithDefault("100000")
  @Min(1)
  @Max(1000000)
  int mostExported();

  /** Working days that the on-time rate looks back on, today included when it is one. */
  @WithDefault("30")
  @Min(1)
  @Max(250)
  int rateDays();
}
