package org.fapiaosuite.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps what is timed apart from the start of another suite of this build, which takes all of the
 * processor for a quarter of a minute. One at a time within a JVM.
 */
record Quiet(FileChannel channel, FileLock lock) implements AutoCloseable {
  private static final Path FILE = Path.of("target", "suites", "quiet");

  /** Waits until no suite is starting, and keeps the next one from it until closed. */
  static Quiet whileTiming() {
    return hold(false);
  }

  /** Waits until nothing is timed; suites may start beside each other. */
  static Quiet whileStarting() {
    return hold(true);
  }

  private static Quiet hold(boolean shared) {
    try {
      Files.createDirectories(FILE.getParent());
      FileChannel channel =
          FileChannel.open(
              FILE, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      return new Quiet(channel, channel.lock(0, Long.MAX_VALUE, shared));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try (channel) {
      lock.release();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
