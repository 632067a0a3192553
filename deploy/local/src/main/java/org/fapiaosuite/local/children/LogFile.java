package org.fapiaosuite.local.children;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A child's output, bounded: once too long it is moved to {@code <name>.1} and begun anew. The
 * child appends to the file itself, so a running one's is copied and cut; what it writes between
 * the two is lost, which a log of a demonstration can bear.
 */
public record LogFile(Path path) {
  static final long LIMIT = 10L * 1024 * 1024;

  ProcessBuilder.Redirect open() throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    bound();
    return ProcessBuilder.Redirect.appendTo(path.toFile());
  }

  void bound() throws IOException {
    if (Files.exists(path) && Files.size(path) > LIMIT) {
      Path older = path.resolveSibling(path.getFileName() + ".1");
      Files.copy(path, older, StandardCopyOption.REPLACE_EXISTING);
      FileChannel.open(path, StandardOpenOption.WRITE).truncate(0).close();
    }
  }

  /** The last lines, for the person who has to find out why a child does not start. */
  public List<String> tail(int lines) {
    try {
      List<String> all = Files.exists(path) ? Files.readAllLines(path) : List.of();
      return all.subList(Math.max(0, all.size() - lines), all.size());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }
}
