package org.fapiaosuite.fapiao.calendar;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.LocalTime;

/** What the service centre promises. */
@ConfigMapping(prefix = "fapiao.promise")
public interface PromiseConfig {

  /** The time of day in China from which a confirmation counts for the next date. */
  @WithDefault("17:30")
  LocalTime cutOff();

  /** Working days after the confirmation's date. */
  @WithDefault("2")
  @Min(1)
  @Max(60)
  int workingDays();

  /** How often promises made with an older calendar are looked for and computed again. */
  @WithDefault("5s")
  Duration recomputeEvery();
}
