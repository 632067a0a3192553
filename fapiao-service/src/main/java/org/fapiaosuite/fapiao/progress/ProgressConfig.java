package org.fapiaosuite.fapiao.progress;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How progress is passed on to those who follow it. */
@ConfigMapping(prefix = "fapiao.progress")
public interface ProgressConfig {

  /** How often new steps are looked for, for all followers together. */
  @WithDefault("1s")
  Duration pollEvery();

  /** The most open streams of one copy of the service; who comes then is told to come again. */
  @WithDefault("2000")
  @Min(1)
  int mostStreams();
}
