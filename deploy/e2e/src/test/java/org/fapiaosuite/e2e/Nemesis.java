package org.fapiaosuite.e2e;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Kills processes of the suite with SIGKILL while stories run: not by the clock but by their
 * progress, so that a kill falls between, or into, their steps. The seed decides who dies and when.
 */
final class Nemesis {
  static final List<String> SERVICES =
      List.of("account", "order-sync", "fapiao", "notification", "gateway");
  private static final List<String> VICTIMS =
      List.of("account", "order-sync", "fapiao", "notification", "gateway", "kafka", "postgres");
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Suite suite;
  private final Random random;
  private final AtomicInteger steps = new AtomicInteger();
  private final List<String> log = new ArrayList<>();
  private volatile boolean over;

  Nemesis(Suite suite, long seed) {
    this.suite = suite;
    this.random = new Random(seed);
  }

  /** A story has tried something. */
  void step() {
    steps.incrementAndGet();
  }

  /** No story runs any more. */
  void over() {
    over = true;
  }

  /** Waits until the stories have tried that much. */
  void awaitSteps(int count) {
    await("step " + count).atMost(PATIENCE).until(() -> steps.get() >= count);
  }

  /** Kills that often, at the latest until the stories are over. */
  void rage(int kills, int stepsBetween) {
    for (int kill = 0; kill < kills && !over; kill++) {
      int next = steps.get() + 1 + random.nextInt(stepsBetween);
      await("step " + next).atMost(PATIENCE).until(() -> over || steps.get() >= next);
      String victim = VICTIMS.get(random.nextInt(VICTIMS.size()));
      kill(victim);
    }
  }

  /** Kills the process and waits until the launcher has put another in its place. */
  void kill(String victim) {
    long pid = strike(victim);
    await("a new " + victim)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> pid(victim) != pid && ProcessHandle.of(pid(victim)).isPresent());
  }

  /** Kills the process; returns the id it had. */
  long strike(String victim) {
    long pid = pid(victim);
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    synchronized (log) {
      log.add(victim);
    }
    return pid;
  }

  List<String> kills() {
    synchronized (log) {
      return List.copyOf(log);
    }
  }

  private long pid(String name) {
    return suite.description().path("pids").path(name).asLong();
  }
}
