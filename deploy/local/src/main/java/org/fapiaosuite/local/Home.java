package org.fapiaosuite.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one suite: {@code data/} survives, {@code run/} describes the running one. Its lock
 * lasts as long as the launcher's process, so a killed launcher leaves none.
 */
final class Home {
  private final Path folder;
  private @Nullable FileLock lock;

  Home(Path folder) {
    this.folder = folder;
  }

  /** Takes the lock; false when another launcher has it. */
  boolean lock() throws IOException {
    Files.createDirectories(run());
    FileChannel channel =
        FileChannel.open(
            run().resolve("launcher.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    lock = channel.tryLock();
    return lock != null;
  }

  /** Whether the last launcher here was killed, so that its children may just be stopping. */
  boolean endedUncleanly() {
    return Files.exists(running());
  }

  void begin() throws IOException {
    Files.deleteIfExists(suiteFile());
    Files.writeString(running(), "");
  }

  void end() {
    try {
      Files.deleteIfExists(running());
    } catch (IOException e) {
      System.err.println("Cannot delete " + running() + ": " + e.getMessage());
    }
  }

  private Path running() {
    return run().resolve("running");
  }

  Path folder() {
    return folder;
  }

  Path data() {
    return folder.resolve("data");
  }

  Path run() {
    return folder.resolve("run");
  }

  /**
   * By how much fapiao-service's clock is ahead: not there until somebody rehearses another day.
   */
  Path clockAhead() {
    return run().resolve("clock-ahead");
  }

  Path log(String child) {
    return run().resolve("logs").resolve(child + ".log");
  }

  Path config(String child) {
    return run().resolve("config").resolve(child + ".properties");
  }

  Path ready(String child) {
    return run().resolve("ready").resolve(child);
  }

  Path suiteFile() {
    return run().resolve("suite.json");
  }

  /** Says which servers run elsewhere; usually absent. */
  Path external() {
    return folder.resolve("external.properties");
  }

  /** Forgets all orders, accounts, mails and keys. */
  void wipeData() throws IOException {
    try (Stream<Path> files = Files.walk(data())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (NoSuchFileException nothingThere) {
      // A first start.
    }
  }
}
