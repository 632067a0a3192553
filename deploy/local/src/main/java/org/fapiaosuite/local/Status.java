package org.fapiaosuite.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code deploy/up status}: the processes of a running suite with the memory they take: their
 * proportional set size, in which a page that several share counts for each by its share.
 */
final class Status {
  private Status() {}

  static void print(Home home, PrintStream out) throws IOException, RefusedException {
    if (!Files.exists(home.suiteFile())) {
      throw new RefusedException("No suite is running with the home " + home.folder() + ".");
    }
    JsonNode pids = new ObjectMapper().readTree(home.suiteFile().toFile()).path("pids");
    ProcessHandle launcher =
        ProcessHandle.of(pids.path("launcher").asLong())
            .orElseThrow(() -> new RefusedException("The launcher was killed."));
    out.printf("%-14s %8s %10s %9s%n", "", "pid", "processes", "PSS MiB");
    long total = row(out, "launcher", launcher.pid(), List.of(launcher));
    for (Map.Entry<String, JsonNode> named : pids.properties()) {
      long pid = named.getValue().asLong();
      if (pid != launcher.pid()) {
        total += row(out, named.getKey(), pid, family(launcher, pid));
      }
    }
    out.printf("%-14s %8s %10s %9.1f%n", "together", "", "", total / 1024.0);
  }

  /** The launcher's child that has this process in it, and all its descendants. */
  private static List<ProcessHandle> family(ProcessHandle launcher, long pid) {
    return launcher
        .children()
        .map(child -> Stream.concat(Stream.of(child), child.descendants()).toList())
        .filter(family -> family.stream().anyMatch(member -> member.pid() == pid))
        .findFirst()
        .orElse(List.of());
  }

  private static long row(PrintStream out, String name, long pid, List<ProcessHandle> family)
      throws IOException {
    long kibibytes = 0;
    for (ProcessHandle member : family) {
      kibibytes += proportionalSetSize(member.pid());
    }
    out.printf("%-14s %8d %10d %9.1f%n", name, pid, family.size(), kibibytes / 1024.0);
    return kibibytes;
  }

  /** KiB; 0 for a process that has just ended. */
  private static long proportionalSetSize(long pid) throws IOException {
    Path file = Path.of("/proc/" + pid + "/smaps_rollup");
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith("Pss:")) {
          return Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
    }
    return 0;
  }
}
