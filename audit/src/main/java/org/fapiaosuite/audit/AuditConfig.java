package org.fapiaosuite.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;

/** How the trail is sealed. */
@ConfigMapping(prefix = "fapiao.audit")
public interface AuditConfig {

  /** How often entries that are not sealed yet are looked for. */
  @WithDefault("PT1S")
  Duration sealEvery();

  /** The most entries that are sealed in one transaction. */
  @WithDefault("1000")
  @Min(1)
  @Max(10000)
  int batchSize();

  /**
   * How often the end of the chain is written to the log, where nobody who changes the database
   * gets at it.
   */
  @WithDefault("PT24H")
  Duration anchorEvery();

  /**
   * The path under which the gateway serves the trail, for the API document; by default {@code
   * /api/v1/ops/<service>/audit}.
   */
  Optional<String> describedAt();
}
