package org.fapiaosuite.account.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How jobs are looked for. */
@ConfigMapping(prefix = "fapiao.account.work")
public interface WorkConfig {

  /** How often jobs that are due are looked for when no commit in this process has told of one. */
  @WithDefault("1s")
  Duration interval();
}
