package org.fapiaosuite.fapiao.issuing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;

/** Who issues, and how long is waited for the answer. */
@ConfigMapping(prefix = "fapiao.issuer")
public interface IssuerConfig {

  /** Which issuer is asked: {@code manual}, the clerk, or the name of a provider. */
  @WithDefault("manual")
  String name();

  /** How long a call may take before another copy of the service asks what became of it. */
  @WithDefault("PT2M")
  @DurationMin(seconds = 1)
  Duration lease();

  /** The waits before the issuer is asked again for an unknown outcome; the last one repeats. */
  @WithDefault("PT1M,PT2M,PT5M,PT10M,PT30M,PT60M")
  @NotEmpty
  List<@DurationMin(seconds = 1) Duration> askAgainAfter();

  /** How long an outcome may be unknown before staff is told. */
  @WithDefault("PT1H")
  @DurationMin
  Duration tellStaffAfter();

  /** How often calls whose lease has ended, and outcomes to be asked for, are looked for. */
  @WithDefault("5s")
  Duration lookEvery();
}
