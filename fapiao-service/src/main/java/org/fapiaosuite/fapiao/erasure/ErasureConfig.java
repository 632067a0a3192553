package org.fapiaosuite.fapiao.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what is known of the owner of an erased account is kept, and why. */
@ConfigMapping(prefix = "fapiao.erasure")
public interface ErasureConfig {

  /**
   * How long tax law demands that the buyer of an issued Fapiao is kept, and who paid for it, from
   * the day of issue on: ten years, with three days for leap years.
   */
  @WithDefault("P3653D")
  Duration kept();

  /**
   * How long the address of a Fapiao that is on its way is kept after the erasure, when nobody
   * records what became of it.
   */
  @WithDefault("P90D")
  Duration underWay();

  /** How often it is looked for what has ended, or whose time is over. */
  @WithDefault("1h")
  String every();
}
