package org.fapiaosuite.ordersync.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what is known of the payer with an erased account is kept, and why. */
@ConfigMapping(prefix = "fapiao.order-sync.erasure")
public interface ErasureConfig {

  /**
   * How long tax law demands that the payer's name is kept with the payment, from its day on: ten
   * years, with three days for leap years.
   */
  @WithDefault("P3653D")
  Duration kept();

  /** How long statements and late pushes can still tell of the payer's address. */
  @WithDefault("P45D")
  Duration toldAgain();

  /** How often it is looked for what was told again, or whose time is over. */
  @WithDefault("1h")
  String every();
}
