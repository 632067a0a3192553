package org.fapiaosuite.local.children;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Starts children in the order of their needs, keeps them alive, and stops them in reverse. */
public final class Supervisor {
  private final Map<String, Child> children = new LinkedHashMap<>();

  public Supervisor(List<ChildSpec> specs, ChildEvents events) {
    for (ChildSpec spec : specs) {
      children.put(spec.name(), new Child(spec, events));
    }
  }

  /**
   * Starts all and waits until all serve; from then on each is started again whenever it ends.
   *
   * @throws ChildFailedException when one ends again and again before it ever served, or takes
   *     longer than {@code patience}; the others run on until {@link #stop}
   */
  public void start(Duration patience) throws ChildFailedException, InterruptedException {
    LinkedBlockingQueue<Child> settled = new LinkedBlockingQueue<>();
    children.values().forEach(child -> child.start(needs(child), settled));
    long deadline = System.nanoTime() + patience.toNanos();
    for (int i = 0; i < children.size(); i++) {
      Child next = settled.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next == null) {
        throw new ChildFailedException(unready(), "not ready after " + patience.toSeconds() + " s");
      }
      if (next.failure().isPresent()) {
        throw new ChildFailedException(List.of(next.spec().name()), next.failure().get());
      }
    }
  }

  /** Of each child, the id of the process that does the work. */
  public Map<String, Long> pids() {
    Map<String, Long> pids = new LinkedHashMap<>();
    children.forEach((name, child) -> pids.put(name, child.servingPid()));
    return pids;
  }

  /** To be called every few seconds: cuts long logs, and replaces what was built anew. */
  public void maintain(Instant now) throws IOException {
    for (Child child : children.values()) {
      new LogFile(child.spec().log()).bound();
      child.replaceIfRebuilt(now);
    }
  }

  /**
   * Ends all: first those that need others, then the others.
   *
   * @param patience for each group; who takes longer is killed
   * @return whether all ended by themselves
   */
  public boolean stop(Duration patience) {
    boolean dependent = stop(child -> !child.spec().after().isEmpty(), patience);
    boolean independent = stop(child -> child.spec().after().isEmpty(), patience);
    return dependent && independent;
  }

  private boolean stop(Predicate<Child> which, Duration patience) {
    List<Child> some = children.values().stream().filter(which).toList();
    some.forEach(Child::stop);
    boolean inOrder = true;
    try {
      for (Child child : some) {
        inOrder &= child.awaitEnd(patience);
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
      inOrder = false;
    }
    return inOrder;
  }

  private List<Child> needs(Child child) {
    return child.spec().after().stream()
        .map(name -> Objects.requireNonNull(children.get(name), name))
        .toList();
  }

  private List<String> unready() {
    return children.values().stream()
        .filter(child -> !child.hasServed())
        .map(child -> child.spec().name())
        .toList();
  }
}
