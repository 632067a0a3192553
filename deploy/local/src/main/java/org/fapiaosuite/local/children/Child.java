package org.fapiaosuite.local.children;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One child over all its lives: started, watched, and started again whenever it ends. */
final class Child {
  private static final FileTime NOT_BUILT = FileTime.fromMillis(0);
  private static final long PROBE_MILLIS = 100;

  /** A build that has just written the artifact may still be writing what belongs to it. */
  private static final Duration BUILD_SETTLES_WITHIN = Duration.ofSeconds(2);

  private static final int VAIN_LIVES_BEFORE_GIVING_UP = 3;

  /** By the number of lives in a row in which it did not come to serve. */
  private static final int[] PAUSE_SECONDS = {0, 1, 2, 4, 8, 16};

  private final ChildSpec spec;
  private final ChildEvents events;
  private final CountDownLatch served = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean stopping;
  private volatile @Nullable Process process;
  private volatile @Nullable String failure;
  private volatile long servingPid;
  private List<Child> needs = List.of();
  private Queue<Child> settled = new ConcurrentLinkedQueue<>();
  private boolean servedInThisLife;
  private volatile FileTime built = NOT_BUILT;
  private volatile boolean replacing;

  Child(ChildSpec spec, ChildEvents events) {
    this.spec = spec;
    this.events = events;
    this.thread = new Thread(this::live, "child-" + spec.name());
    this.thread.setDaemon(true);
  }

  ChildSpec spec() {
    return spec;
  }

  boolean hasServed() {
    return served.getCount() == 0;
  }

  /** How it ended the last time, when it is given up because it never served. */
  Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  /** Of the life that last served; 0 before the first. */
  long servingPid() {
    return servingPid;
  }

  /**
   * Starts it once {@code needs} have served.
   *
   * @param settled is given this child when it serves for the first time or is given up
   */
  void start(List<Child> needs, Queue<Child> settled) {
    this.needs = List.copyOf(needs);
    this.settled = settled;
    if (!stopping) {
      thread.start();
    }
  }

  /** Ends its present life if it was built anew since that began, so that the next one begins. */
  void replaceIfRebuilt(Instant now) throws IOException {
    FileTime latest = builtAt();
    Process current = process;
    if (current != null
        && !replacing
        && latest.compareTo(built) > 0
        && latest.toInstant().isBefore(now.minus(BUILD_SETTLES_WITHIN))) {
      replacing = true;
      events.rebuilt(spec.name());
      terminate(current);
    }
  }

  private FileTime builtAt() throws IOException {
    Path artifact = spec.artifact().orElse(null);
    return artifact == null || Files.notExists(artifact)
        ? NOT_BUILT
        : Files.getLastModifiedTime(artifact);
  }

  /** Asks it to end; {@link #awaitEnd} makes sure. */
  void stop() {
    stopping = true;
    thread.interrupt();
    Process current = process;
    if (current != null) {
      terminate(current);
    }
  }

  /** Unlike {@link Process#destroy} this leaves its standard input open: it may take its time. */
  private static void terminate(Process life) {
    life.toHandle().destroy();
  }

  /** Whether it ended by itself; after that time it is killed. */
  boolean awaitEnd(Duration patience) throws InterruptedException {
    thread.join(patience.toMillis());
    Process current = process;
    boolean inOrder =
        current == null || current.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (current != null && !inOrder) {
      current.destroyForcibly().waitFor();
    }
    return inOrder;
  }

  private void live() {
    int vainLives = 0;
    try {
      for (Child need : needs) {
        need.served.await();
      }
      while (!stopping) {
        servedInThisLife = false;
        String end = liveOnce();
        if (stopping) {
          return;
        }
        vainLives = servedInThisLife ? 0 : vainLives + 1;
        if (!hasServed() && vainLives == VAIN_LIVES_BEFORE_GIVING_UP) {
          failure = end;
          settled.add(this);
          return;
        }
        if (!replacing) {
          events.died(spec.name(), end);
        }
        TimeUnit.SECONDS.sleep(PAUSE_SECONDS[Math.min(vainLives, PAUSE_SECONDS.length - 1)]);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns how it ended, in words. */
  private String liveOnce() throws InterruptedException {
    try {
      long born = System.nanoTime();
      Process life = spawn();
      process = life;
      if (stopping) {
        terminate(life);
      }
      awaitReady(life, born);
      if (servedInThisLife && spec.liveness().isPresent()) {
        endIfSilent(life, spec.liveness().get());
      }
      return "exit code " + life.waitFor();
    } catch (IOException notStarted) {
      return String.valueOf(notStarted.getMessage());
    }
  }

  /** Returns when its life has ended, by itself or because it gave no answer for too long. */
  private void endIfSilent(Process life, Liveness liveness)
      throws IOException, InterruptedException {
    long answered = System.nanoTime();
    while (!life.waitFor(liveness.interval().toMillis(), TimeUnit.MILLISECONDS)) {
      if (stopping || liveness.answers()) {
        answered = System.nanoTime();
      } else if (System.nanoTime() - answered > liveness.limit().toNanos()) {
        events.silent(
            spec.name(),
            Duration.ofNanos(System.nanoTime() - answered),
            ThreadDump.keep(life.toHandle(), spec.log()));
        life.destroyForcibly().waitFor();
      }
    }
  }

  private Process spawn() throws IOException {
    spec.readiness().reset();
    built = builtAt();
    replacing = false;
    ProcessBuilder builder =
        new ProcessBuilder(spec.command())
            .redirectErrorStream(true)
            .redirectOutput(new LogFile(spec.log()).open());
    builder.environment().putAll(spec.environment());
    return builder.start();
  }

  private void awaitReady(Process life, long born) throws InterruptedException {
    while (life.isAlive() && !stopping) {
      Optional<Long> pid = spec.readiness().servingPid(life.toHandle());
      if (pid.isPresent()) {
        servingPid = pid.get();
        servedInThisLife = true;
        boolean again = hasServed();
        events.serves(spec.name(), Duration.ofNanos(System.nanoTime() - born), again);
        if (!again) {
          served.countDown();
          settled.add(this);
        }
        return;
      }
      life.waitFor(PROBE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }
}
