package org.fapiaosuite.local.children;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * How an infrastructure child says that it serves: a file that appears in one step and holds the id
 * of the process that does the work (PostgreSQL: the postmaster, not the JVM that guards it).
 */
public record ReadyFile(Path path) {

  /** Child side: says ready. */
  public void write(long pid) {
    Path draft = path.resolveSibling(path.getFileName() + ".draft");
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.writeString(draft, Long.toString(pid));
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + path, e);
    }
  }

  /** Parent side, before the start: what an earlier run left means nothing. */
  void clear() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + path, e);
    }
  }

  /** Parent side: the working process' id once the child serves. */
  Optional<Long> read() {
    try {
      return Optional.of(Long.valueOf(Files.readString(path)));
    } catch (NoSuchFileException notYet) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }
}
