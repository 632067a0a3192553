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

  /** Working time before its due moment from which a promise that is not kept yet is at risk. */
  @WithDefault("PT4H")
  Duration atRiskBefore();

  /** The time of day in China at which work begins; it ends at the cut-off. */
  @WithDefault("09:00")
  LocalTime dayBegins();

  /** How often promises made with an older calendar are looked for and computed again. */
  @WithDefault("5s")
  Duration recomputeEvery();
}
