package org.fapiaosuite.testkit.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which operations answered the module's tests with which status; a line each in a file. */
final class AnsweredStatuses {
  static final Path FILE = Path.of("target", "answered-statuses.txt");

  private final Path file;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  AnsweredStatuses(Path file) {
    this.file = file;
  }

  static String line(String operationId, int status) {
    return operationId + " " + status;
  }

  /** Whatever the file has, of this run and of those before. */
  Set<String> read() throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.collect(Collectors.toSet());
    }
  }

  void add(String operationId, int status) {
    String line = line(operationId, status);
    if (known.add(line)) {
      try {
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
