package org.fapiaosuite.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One data folder and the server process on it. */
final class Postmaster {
  /**
   * Small, because the suite shares a laptop. Commits are handed to the operating system before
   * they are confirmed, so that killing the server loses nothing; pulling the plug may.
   */
  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "timezone=UTC",
          "log_timezone=UTC",
          "fsync=off",
          "full_page_writes=off",
          "synchronous_commit=on",
          "max_connections=120",
          "shared_buffers=32MB",
          "wal_level=minimal",
          "max_wal_senders=0",
          "min_wal_size=32MB",
          "max_wal_size=256MB",
          "io_method=sync",
          "jit=off",
          "max_parallel_workers_per_gather=0",
          "max_logical_replication_workers=0",
          "autovacuum_max_workers=1",
          "log_min_messages=warning",
          "log_checkpoints=off");

  private final Binaries binaries;
  private final Path data;
  private final int port;

  Postmaster(Binaries binaries, Path data, int port) {
    this.binaries = binaries;
    this.data = data;
    this.port = port;
  }

  /** Makes the data folder unless it is there; a half-made one of an interrupted run is redone. */
  void initialise() throws IOException, InterruptedException {
    if (Files.exists(data.resolve("PG_VERSION"))) {
      return;
    }
    Files.createDirectories(data.getParent());
    Path draft = Files.createTempDirectory(data.getParent(), "initdb-");
    List<String> initdb =
        command(
            "initdb",
            "--pgdata=" + draft,
            "--username=postgres",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--no-data-checksums",
            "--no-sync");
    if (builder(initdb).start().waitFor() != 0) {
      throw new IOException("initdb failed");
    }
    Files.deleteIfExists(data);
    Files.move(draft, data);
  }

  /** Starts the server; it may still be recovering, or end at once, when this returns. */
  Process start() throws IOException {
    List<String> command = command("postgres", "-D", data.toString(), "-p", String.valueOf(port));
    for (String setting : SETTINGS) {
      command.add("-c");
      command.add(setting);
    }
    return builder(command).start();
  }

  /** Ends the server that postmaster.pid names, whoever started it: in order, or else at once. */
  void stop() throws IOException, InterruptedException {
    Optional<ProcessHandle> running = running();
    if (running.isPresent() && pgCtlStop("fast", "5") != 0) {
      pgCtlStop("immediate", "5");
    }
  }

  private int pgCtlStop(String mode, String seconds) throws IOException, InterruptedException {
    List<String> stop =
        command("pg_ctl", "stop", "-D", data.toString(), "-m", mode, "-w", "-t", seconds);
    Process process = builder(stop).start();
    return process.waitFor(15, TimeUnit.SECONDS) ? process.exitValue() : 1;
  }

  /** The live server on this folder; a number that another program has by now does not count. */
  private Optional<ProcessHandle> running() throws IOException {
    Path file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    long pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
    return ProcessHandle.of(pid).filter(this::worksOnThisFolder);
  }

  private boolean worksOnThisFolder(ProcessHandle process) {
    try {
      String commandLine = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
      return List.of(commandLine.split("\0", -1)).contains(data.toString());
    } catch (IOException gone) {
      return false;
    }
  }

  /**
   * PostgreSQL refuses root. In a user namespace of its own it sees another id, while the files
   * stay root's.
   */
  private List<String> command(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
      command.add("unshare");
      command.add("--user");
    }
    command.add(binaries.program(program));
    command.addAll(List.of(arguments));
    return command;
  }

  private static ProcessBuilder builder(List<String> command) {
    return new ProcessBuilder(command)
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
        .redirectError(ProcessBuilder.Redirect.INHERIT);
  }
}
