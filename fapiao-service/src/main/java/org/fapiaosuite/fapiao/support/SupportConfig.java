package org.fapiaosuite.fapiao.support;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** What the service centre promises in support cases, and what bounds them. */
@ConfigMapping(prefix = "fapiao.support")
public interface SupportConfig {

  /** Working days after the day on which it was opened within which a case is first answered. */
  @WithDefault("1")
  @Min(1)
  @Max(60)
  int answerWorkingDays();

  /** Cases of one account that may be open at a time. */
  @WithDefault("50")
  @Min(1)
  int mostOpenCases();

  /** Messages that one case may have. */
  @WithDefault("200")
  @Min(1)
  int mostMessages();

  /** How often contents that belong to no case any more are looked for. */
  @WithDefault("1h")
  Duration sweepEvery();

  /** Files that one case may have, 5 MiB each at most. */
  @WithDefault("20")
  @Min(1)
  int mostFiles();
}
