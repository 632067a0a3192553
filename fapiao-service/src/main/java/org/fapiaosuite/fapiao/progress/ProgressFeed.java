package org.fapiaosuite.fapiao.progress;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Passes new steps on to those who follow an application. Looks in the database, once a second for
 * all of them together and only while there are any, so that it does not matter which copy of the
 * service made the step. Lines close when their follower is signed out, and after some minutes,
 * before the access token is long out of date; followers come again with the last id they saw.
 */
@ApplicationScoped
public class ProgressFeed {

  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration QUIET = Duration.ofSeconds(15);

  private final Progress progress;
  private final ProgressConfig config;
  private final Clock clock;
  private final Set<Line> lines = ConcurrentHashMap.newKeySet();

  ProgressFeed(Progress progress, ProgressConfig config, Clock clock) {
    this.progress = progress;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Follows an application from a step on. A sign of life comes at once, so that whoever stands in
   * between passes the head of the answer on; then what was before, after that step.
   *
   * @param after the last step that was seen, 0 for none
   * @return false when too many follow already
   */
  public boolean follow(UUID application, long after, ProgressListener listener) {
    if (lines.size() >= config.mostStreams()) {
      return false;
    }
    Line line = new Line(application, after, listener, clock.instant());
    // before its sign of life, upon which the next one may come and has to find it counted
    lines.add(line);
    if (!listener.alive()
        || !line.tell(progress.after(after, Set.of(application)), clock.instant())) {
      lines.remove(line);
    }
    return true;
  }

  @Scheduled(
      every = "${fapiao.progress.poll-every:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void poll() {
    if (lines.isEmpty()) {
      return;
    }
    List<Line> open = List.copyOf(lines);
    long oldest = open.stream().mapToLong(line -> line.seen).min().orElse(0);
    Set<UUID> applications =
        open.stream().map(line -> line.application).collect(Collectors.toSet());
    List<ProgressEntry> entries =
        QuarkusTransaction.requiringNew().call(() -> progress.after(oldest, applications));
    Instant now = clock.instant();
    for (Line line : open) {
      boolean listening = line.tell(entries, now);
      if (!listening || line.openedAt.plus(LONGEST).isBefore(now)) {
        lines.remove(line);
        line.listener.close();
      }
    }
  }

  /** How many follow at present, those who left without a word and were not missed yet included. */
  int open() {
    return lines.size();
  }

  void stop(@Observes ShutdownEvent event) {
    lines.forEach(line -> line.listener.close());
    lines.clear();
  }

  private static final class Line {
    private final UUID application;
    private final ProgressListener listener;
    private final Instant openedAt;
    private volatile long seen;
    private volatile Instant lastSign;

    Line(UUID application, long seen, ProgressListener listener, Instant now) {
      this.application = application;
      this.seen = seen;
      this.listener = listener;
      this.openedAt = now;
      this.lastSign = now;
    }

    synchronized boolean tell(List<ProgressEntry> entries, Instant now) {
      if (!listener.mayListen()) {
        return false;
      }
      for (ProgressEntry entry : entries) {
        if (entry.applicationId().equals(application) && entry.seq() > seen) {
          if (!listener.next(entry)) {
            return false;
          }
          seen = entry.seq();
          lastSign = now;
        }
      }
      if (lastSign.plus(QUIET).isBefore(now)) {
        lastSign = now;
        return listener.alive();
      }
      return true;
    }
  }
}
