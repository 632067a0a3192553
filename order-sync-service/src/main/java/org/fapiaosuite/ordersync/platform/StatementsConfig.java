package org.fapiaosuite.ordersync.platform;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;

/** When statements are fetched and what one may cost. */
@ConfigMapping(prefix = "fapiao.order-sync.statements")
public interface StatementsConfig {

  /** Time in China from which on the statement of the day before is asked for. */
  @WithDefault("10:30")
  LocalTime dailyAt();

  /** Wait after a statement that was not made yet, could not be reached or was refused. */
  @WithDefault("PT30M")
  Duration retryEvery();

  /** How often days that are due are looked for. */
  @WithDefault("2s")
  Duration pollInterval();

  /** How many days back a missing statement is asked for, and unmatched orders again, by itself. */
  @WithDefault("7")
  @Min(1)
  @Max(90)
  int lookBackDays();

  /** How many days back a late push or a person can have a statement fetched. */
  @WithDefault("90")
  @Min(1)
  int reachDays();

  /** How long one copy of the service may be at a statement before another may take over. */
  @WithDefault("PT10M")
  Duration lease();

  /** How long connecting may take. */
  @WithDefault("PT2S")
  Duration connectTimeout();

  /** How long the whole download may take. */
  @WithDefault("PT2M")
  Duration timeout();

  /** The largest file as sent. */
  @WithDefault("256M")
  MemorySize mostZipped();

  /** The largest file unzipped; ten million lines have about 1.5 GB. */
  @WithDefault("2G")
  MemorySize mostUnzipped();

  /** Where files lie while they are read; the system's folder for temporary files by default. */
  Optional<Path> folder();
}
