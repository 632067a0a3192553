package org.fapiaosuite.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.fapiaosuite.local.children.ChildEvents;

/** Tells what happens: people on the console, scripts in suite.json once all serve. */
final class Announcer implements ChildEvents {
  private final Console console;
  private final SuiteFile file;
  private Supplier<Map<String, Long>> pids = Map::of;
  private boolean allServe;

  Announcer(Console console, SuiteFile file) {
    this.console = console;
    this.file = file;
  }

  synchronized void pidsFrom(Supplier<Map<String, Long>> pids) {
    this.pids = pids;
  }

  synchronized void allServe() throws IOException {
    allServe = true;
    file.write(pids.get());
  }

  synchronized void customerIsThere() throws IOException {
    file.customerIsThere();
    if (allServe) {
      file.write(pids.get());
    }
  }

  @Override
  public synchronized void serves(String name, Duration took, boolean again) {
    console.serves(name, took, again);
    if (allServe) {
      try {
        file.write(pids.get());
      } catch (IOException e) {
        console.problem("Cannot replace suite.json: " + e.getMessage());
      }
    }
  }

  @Override
  public synchronized void rebuilt(String name) {
    console.rebuilt(name);
  }

  @Override
  public synchronized void silent(String name, Duration since, Path threads) {
    console.silent(name, since, threads);
  }

  @Override
  public synchronized void died(String name, String how) {
    console.died(name, how);
  }
}
