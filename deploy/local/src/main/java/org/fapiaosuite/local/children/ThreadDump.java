package org.fapiaosuite.local.children;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What the threads of a JVM are at, as it writes into its log when it is sent SIGQUIT. */
final class ThreadDump {
  private static final int PATIENCE_MILLIS = 3_000;
  private static final int STEP_MILLIS = 100;

  /** How the last part of a dump begins. */
  private static final String END = "JNI global refs";

  private ThreadDump() {}

  /**
   * Has a process dump its threads, and keeps the dump beside its log.
   *
   * @return the file; it is empty when the process did not even do that
   */
  static Path keep(ProcessHandle process, Path log) throws IOException, InterruptedException {
    long before = Files.exists(log) ? Files.size(log) : 0;
    new ProcessBuilder("kill", "-QUIT", String.valueOf(process.pid())).start().waitFor();
    String dump = "";
    for (int waited = 0; waited < PATIENCE_MILLIS && !dump.contains(END); waited += STEP_MILLIS) {
      TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
      dump = since(log, before);
    }
    Path kept = log.resolveSibling(log.getFileName() + ".threads");
    Files.writeString(kept, dump);
    return kept;
  }

  private static String since(Path log, long start) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] rest = new byte[Math.toIntExact(Math.max(0, file.length() - start))];
      file.seek(start);
      file.readFully(rest);
      return new String(rest, UTF_8);
    }
  }
}
