package org.fapiaosuite.notification.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/**
 * How many mails of one kind one address gets, of the kinds that anybody can cause by typing it
 * (guarantees.md 6.3). Mails about orders and Fapiaos are never limited.
 */
@ConfigMapping(prefix = "fapiao.notification.limits")
public interface LimitConfig {

  /** Mails of a kind in any 60 minutes. */
  @WithDefault("3")
  @Min(1)
  int perHour();

  /** Mails of a kind in any 24 hours. */
  @WithDefault("10")
  @Min(1)
  int perDay();
}
