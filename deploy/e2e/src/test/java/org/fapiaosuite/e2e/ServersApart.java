package org.fapiaosuite.e2e;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A database and a broker that run apart from the suite, by {@code deploy/e2e/external/run}: it
 * names them in the file of {@code -De2e.external}, and starts them again when a story has killed
 * them.
 *
 * <pre>
 * postgres, postgres.password, kafka   as the launcher's external.properties has them
 * postgres.pid, kafka.pid              files with the id of the process that serves now
 * kafka.data                           the broker's folder
 * fresh                                a command that makes databases and topics anew
 * </pre>
 */
record ServersApart(Properties told) {
  private static final List<String> NAMES = List.of("postgres", "kafka");

  static Optional<ServersApart> asked() {
    String file = System.getProperty("e2e.external", "");
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Properties told = new Properties();
    try (Reader text = Files.newBufferedReader(Path.of(file))) {
      told.load(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(new ServersApart(told));
  }

  /** Nothing of an earlier suite is in them afterwards. */
  void makeFresh() {
    try {
      Process process = new ProcessBuilder(property("fresh").split(" ")).inheritIO().start();
      if (process.waitFor() != 0) {
        throw new AssertionError("the servers could not be made fresh");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Has the launcher of that home use them. */
  void tell(Path home) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String key : List.of("postgres", "postgres.password", "kafka")) {
      lines.add(key + "=" + property(key));
    }
    Files.write(home.resolve("external.properties"), lines);
  }

  /** Who serves now; without one that has been killed and does not serve again yet. */
  Map<String, Long> pids() {
    Map<String, Long> pids = new TreeMap<>();
    for (String name : NAMES) {
      try {
        pids.put(name, Long.valueOf(Files.readString(Path.of(property(name + ".pid"))).strip()));
      } catch (IOException notNow) {
        // Being started again.
      }
    }
    return pids;
  }

  Path kafkaData() {
    return Path.of(property("kafka.data"));
  }

  private String property(String name) {
    return Objects.requireNonNull(told.getProperty(name), name);
  }
}
