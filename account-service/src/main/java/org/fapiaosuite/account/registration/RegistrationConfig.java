package org.fapiaosuite.account.registration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long registrations wait, for what. */
@ConfigMapping(prefix = "fapiao.account.registrations")
public interface RegistrationConfig {

  /** How long an unknown order may take to arrive before the registrant is told it is unknown. */
  @WithDefault("2m")
  Duration tellUnknownAfter();

  /** How long a registration is kept that is not activated, or whose order never arrives. */
  @WithDefault("30d")
  Duration kept();

  /** How long a registration that failed to be worked rests before it is tried again. */
  @WithDefault("30s")
  Duration retry();
}
