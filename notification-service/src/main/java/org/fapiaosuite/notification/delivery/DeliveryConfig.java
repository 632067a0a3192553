package org.fapiaosuite.notification.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;

/** How mails are taken from the queue, retried and given up. */
@ConfigMapping(prefix = "fapiao.notification.delivery")
public interface DeliveryConfig {

  /** Mails on their way to the server at once, as long as it answers in good time. */
  @WithDefault("4")
  @Min(1)
  @Max(64)
  int connections();

  /** A mail that takes longer no longer counts among those, so that others pass it. */
  @WithDefault("PT5S")
  Duration slowAfter();

  /** The most such slow mails at once. */
  @WithDefault("28")
  @Min(0)
  int slowConnections();

  /**
   * How often the queue is looked at when no commit in this process has told of a new mail, and no
   * mail that was put off for less is due.
   */
  @WithDefault("PT1S")
  Duration pollInterval();

  /**
   * How long a mail being sent stays reserved. Longer than all SMTP timeouts together, so that
   * nobody takes a mail from a sender that is still at it.
   */
  @WithDefault("PT15M")
  Duration lease();

  /** Waits after the first, second, … failed try; the last one repeats (RFC 5321 section 4.5.4). */
  @WithDefault("PT1M,PT5M,PT15M,PT30M,PT1H,PT2H,PT4H")
  @NotEmpty
  List<Duration> retries();

  /**
   * Waits while something is missing that a mail needs; the last one repeats. Those under half a
   * second are for a secret alone: the mail of a new order is often known a moment before its claim
   * code is.
   */
  @WithDefault(
      "PT0.02S,PT0.03S,PT0.05S,PT0.1S,PT0.2S,PT0.5S,PT1S,PT1S,PT1S,PT2S,PT2S,PT5S,PT10S,PT30S,PT1M")
  @NotEmpty
  List<Duration> waits();

  /** How long a mail is tried that somebody asked for and will ask for again. */
  @WithDefault("PT24H")
  Duration giveUpOnDemand();

  /** How long any other mail is tried; RFC 5321 says four to five days. */
  @WithDefault("P4D")
  Duration giveUp();

  /** Pause after the server turned out to be away; twice as long each time, up to the ceiling. */
  @WithDefault("PT1S")
  Duration serverPause();

  /** The longest such pause. */
  @WithDefault("PT30S")
  Duration serverPauseCeiling();

  /** How long a stopping service waits for the mails on their way. */
  @WithDefault("PT20S")
  Duration shutdown();

  /** How long mails that are done with stay on record. */
  @WithDefault("P180D")
  Duration retention();
}
