package org.fapiaosuite.ordersync.intake;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fapiaosuite.ordersync.fact.UnacceptableException;
import org.fapiaosuite.ordersync.intake.IntakeStatement.Seen;
import org.fapiaosuite.ordersync.platform.PlatformAdapter;
import org.fapiaosuite.ordersync.platform.Platforms;
import org.fapiaosuite.ordersync.platform.PushNotVerifiedException;
import org.fapiaosuite.ordersync.platform.PushNotVerifiedException.Cause;
import org.fapiaosuite.ordersync.platform.UnreadablePushException;
import org.fapiaosuite.ordersync.platform.VerifiedPush;
import org.jboss.logging.Logger;

/**
 * Takes pushes in: verify, read, write down, answer. What was answered with success is committed;
 * nothing else happens before the answer.
 */
@ApplicationScoped
class PushIntake {
  private static final Logger LOG = Logger.getLogger(PushIntake.class);

  private final Platforms platforms;
  private final IntakeRows rows;
  private final IntakeWriter writer;
  private final RefusedPushes refused;
  private final MeterRegistry metrics;
  private final Clock clock;

  PushIntake(
      Platforms platforms,
      IntakeRows rows,
      IntakeWriter writer,
      RefusedPushes refused,
      MeterRegistry metrics,
      Clock clock) {
    this.platforms = platforms;
    this.rows = rows;
    this.writer = writer;
    this.refused = refused;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Takes one push.
   *
   * @throws PushNotVerifiedException when it may come from anybody; nothing is kept of it
   */
  IntakeResult take(String platform, Function<String, List<String>> headers, byte[] raw) {
    PlatformAdapter adapter = adapter(platform);
    VerifiedPush push = open(adapter, headers, raw);
    return take(adapter, List.of(push)).get(0);
  }

  /**
   * Takes a batch: signed as a whole like one push, each event in it under its own id.
   *
   * @return a result for each event, in their order
   * @throws UnreadablePushException when it is not a list of events
   */
  List<IntakeResult> takeBatch(
      String platform, Function<String, List<String>> headers, byte[] raw) {
    PlatformAdapter adapter = adapter(platform);
    VerifiedPush batch = open(adapter, headers, raw);
    return take(adapter, PushBatch.events(batch.body()));
  }

  /**
   * Takes a push again that was verified when it came and was refused then.
   *
   * @throws PushNotVerifiedException when its platform is configured no more
   */
  IntakeResult takeAgain(RefusedPush push) {
    PlatformAdapter adapter = adapter(push.platform());
    return take(adapter, List.of(new VerifiedPush(push.webhookId(), push.body()))).get(0);
  }

  private PlatformAdapter adapter(String platform) {
    return platforms
        .find(platform)
        .orElseThrow(
            () -> {
              count("unknown", "not-verified-" + Cause.PLATFORM);
              return new PushNotVerifiedException(Cause.PLATFORM);
            });
  }

  private VerifiedPush open(
      PlatformAdapter adapter, Function<String, List<String>> headers, byte[] raw) {
    try {
      return adapter.open(headers, raw);
    } catch (PushNotVerifiedException e) {
      count(adapter.name(), "not-verified-" + e.reason());
      throw e;
    }
  }

  private List<IntakeResult> take(PlatformAdapter adapter, List<VerifiedPush> pushes) {
    Map<PushKey, IntakeRow> accepted = new LinkedHashMap<>();
    List<IntakeResult> results = new ArrayList<>();
    for (VerifiedPush verified : pushes) {
      ReceivedPush push = ReceivedPush.of(adapter.name(), verified, clock.instant());
      results.add(
          accepted.containsKey(push.key())
              ? IntakeResult.repeated(push)
              : read(adapter, push, accepted));
    }
    Map<PushKey, Seen> seen = commit(accepted.values());
    List<IntakeResult> settled = results.stream().map(result -> result.settled(seen)).toList();
    settled.forEach(result -> count(adapter.name(), result.outcome().name()));
    return settled;
  }

  private IntakeResult read(
      PlatformAdapter adapter, ReceivedPush push, Map<PushKey, IntakeRow> accepted) {
    try {
      IntakeRow row = rows.of(push, adapter.read(push.body()));
      accepted.put(push.key(), row);
      return IntakeResult.pending(push, row);
    } catch (UnacceptableException e) {
      refused.keep(push, e.field(), e.reason().name());
      return IntakeResult.refused(push, e);
    } catch (UnreadablePushException e) {
      refused.keep(push, "", "UNREADABLE");
      return IntakeResult.unreadable(push);
    }
  }

  private Map<PushKey, Seen> commit(Collection<IntakeRow> accepted) {
    if (accepted.isEmpty()) {
      return Map.of();
    }
    try {
      return writer.write(List.copyOf(accepted));
    } catch (SQLException e) {
      throw new IllegalStateException("push cannot be written", e);
    }
  }

  private void count(String platform, String outcome) {
    metrics.counter("order.sync.pushes", "platform", platform, "outcome", outcome).increment();
    if (outcome.equals(IntakeResult.Outcome.CHANGED.name())) {
      LOG.errorf("push refused, id already used with a different body platform=%s", platform);
    }
  }
}
