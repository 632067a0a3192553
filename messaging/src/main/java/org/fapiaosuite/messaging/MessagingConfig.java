package org.fapiaosuite.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How events are sent, retried and kept. */
@ConfigMapping(prefix = "fapiao.messaging")
public interface MessagingConfig {

  /** How often the relay looks for unsent events when no commit in this process has told it. */
  @WithDefault("PT0.25S")
  Duration pollInterval();

  /** The most events sent before they are marked as sent. */
  @WithDefault("100")
  @Min(1)
  @Max(1000)
  int batchSize();

  /** How long Kafka may take to acknowledge one event. */
  @WithDefault("PT8S")
  Duration deliveryTimeout();

  /** How long an event waits after Kafka could not be reached. */
  @WithDefault("PT1S")
  Duration brokerRetryDelay();

  /** The longest an event that Kafka refuses waits for its next try. */
  @WithDefault("PT10M")
  Duration refusedRetryCeiling();

  /** How long sent events are kept, to be sent again when Kafka has lost them. */
  @WithDefault("P7D")
  Duration outboxRetention();

  /** How long handled ids are remembered; longer than any sender's outbox keeps its events. */
  @WithDefault("P30D")
  Duration inboxRetention();

  /** Tries of a handler in place before its event is set aside. */
  @WithDefault("3")
  @Min(1)
  int tries();

  /** The longest wait before the second try; three times as long before each further one. */
  @WithDefault("PT0.1S")
  Duration firstRetryDelay();

  /** How often an event is tried again while the database is away. */
  @WithDefault("PT1S")
  Duration databaseRetryDelay();

  /**
   * When an event whose cause will pass is tried again after it was parked; after the last of these
   * waits it is a dead letter.
   */
  @WithDefault("PT1M,PT5M,PT30M,PT2H,PT6H,PT24H")
  List<Duration> parkSchedule();

  /** How often parked events are looked for. */
  @WithDefault("PT1S")
  Duration parkPollInterval();

  /**
   * What this copy of the service is called among the living ones, for example the name of its pod:
   * the same after each restart, and nobody else's. Its consumers then find their place in the
   * group kept for them. Empty: a copy is a new member each time, and events wait for a session
   * time-out after one was killed.
   */
  Optional<@Pattern(regexp = "[A-Za-z0-9._-]{1,100}") String> copy();

  /**
   * The fewest partitions of a topic that this service reads; with fewer, copies of the service
   * cannot share its events, and the service does not start.
   */
  @WithDefault("3")
  @Min(1)
  int fewestPartitions();

  /** How often a named copy looks whether another one has its name. */
  @WithDefault("PT10S")
  Duration copyCheckInterval();
}
