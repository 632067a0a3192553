package org.fapiaosuite.local.children;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder = Path.of("");

  private final List<String> told = new CopyOnWriteArrayList<>();
  private @Nullable Supervisor supervisor;

  @AfterEach
  void stop() {
    if (supervisor != null) {
      supervisor.stop(PATIENCE);
    }
  }

  @Test
  void a_killed_child_is_started_again() throws Exception {
    Supervisor supervisor = supervise(serving("broker"));
    supervisor.start(PATIENCE);
    long first = pid(supervisor, "broker");

    ProcessHandle.of(first).orElseThrow().destroyForcibly();

    await().until(() -> pid(supervisor, "broker") != first);
    assertEquals(
        List.of("broker serves", "broker died, exit code 137", "broker serves again"), told);
  }

  @Test
  void a_rebuilt_child_is_replaced() throws Exception {
    Path jar = Files.writeString(folder.resolve("service.jar"), "");
    Instant built = Instant.parse("2026-11-20T10:00:00Z");
    Files.setLastModifiedTime(jar, FileTime.from(built));
    Supervisor supervisor = supervise(serving("service"));
    supervisor.start(PATIENCE);
    long first = pid(supervisor, "service");
    Instant rebuilt = built.plusSeconds(60);
    Files.setLastModifiedTime(jar, FileTime.from(rebuilt));

    supervisor.maintain(rebuilt.plusSeconds(1));
    supervisor.maintain(rebuilt.plusSeconds(3));
    supervisor.maintain(rebuilt.plusSeconds(5));

    await().until(() -> pid(supervisor, "service") != first);
    supervisor.maintain(rebuilt.plusSeconds(7));
    assertEquals(List.of("service serves", "service rebuilt", "service serves again"), told);
  }

  @Test
  void a_child_starts_once_those_it_needs_serve() throws Exception {
    ChildSpec service =
        child(
            "service",
            "test -e " + folder.resolve("database") + " && " + serve("service"),
            "database");

    supervise(service, serving("database")).start(PATIENCE);

    assertEquals(List.of("database serves", "service serves"), told);
  }

  @Test
  void a_child_that_never_serves_is_given_up_by_name() throws IOException {
    Supervisor supervisor = supervise(serving("database"), child("service", "echo no key; exit 3"));

    ChildFailedException failure =
        assertThrows(ChildFailedException.class, () -> supervisor.start(PATIENCE));

    assertEquals(List.of("service"), failure.names());
    assertEquals("exit code 3", failure.getMessage());
    assertEquals(
        List.of("no key", "no key", "no key"), new LogFile(folder.resolve("service.log")).tail(9));
  }

  @Test
  void a_child_that_takes_too_long_is_named() {
    Supervisor supervisor = supervise(serving("database"), child("service", "exec cat"));

    ChildFailedException failure =
        assertThrows(ChildFailedException.class, () -> supervisor.start(Duration.ofSeconds(1)));

    assertEquals(List.of("service"), failure.names());
  }

  @Test
  void stopped_children_stay_stopped() throws Exception {
    Supervisor supervisor = supervise(serving("database"), serving("broker"));
    supervisor.start(PATIENCE);
    Map<String, Long> pids = supervisor.pids();

    assertTrue(supervisor.stop(PATIENCE));

    pids.values().forEach(pid -> assertFalse(ProcessHandle.of(pid).isPresent(), "still there"));
    assertEquals(2, told.size());
  }

  @Test
  void a_child_that_does_not_stop_is_killed() throws Exception {
    Supervisor supervisor =
        supervise(child("service", "trap '' TERM; " + serve("service").replace("exec cat", "cat")));
    supervisor.start(PATIENCE);
    long pid = pid(supervisor, "service");

    assertFalse(supervisor.stop(Duration.ofMillis(200)));

    assertFalse(ProcessHandle.of(pid).isPresent());
  }

  @Test
  void a_log_that_grew_too_long_is_moved_aside() throws IOException {
    Path path = folder.resolve("service.log");
    Files.write(path, new byte[(int) LogFile.LIMIT + 1]);

    new LogFile(path).bound();

    assertEquals(0, Files.size(path));
    assertEquals(LogFile.LIMIT + 1, Files.size(folder.resolve("service.log.1")));
  }

  private Supervisor supervise(ChildSpec... specs) {
    Supervisor made = new Supervisor(List.of(specs), new Told());
    supervisor = made;
    return made;
  }

  private static long pid(Supervisor supervisor, String name) {
    return Objects.requireNonNull(supervisor.pids().get(name));
  }

  private ChildSpec serving(String name) {
    return child(name, serve(name));
  }

  /** Says ready, then lives until its standard input closes, in one process. */
  private String serve(String name) {
    Path ready = folder.resolve(name);
    return "printf $$ > %s.draft && mv %s.draft %s && exec cat".formatted(ready, ready, ready);
  }

  private ChildSpec child(String name, String script, String... after) {
    return new ChildSpec(
        name,
        List.of("sh", "-c", script),
        Map.of(),
        folder.resolve(name + ".log"),
        new Readiness.ByFile(new ReadyFile(folder.resolve(name))),
        Optional.of(folder.resolve(name + ".jar")),
        Optional.empty(),
        List.of(after));
  }

  private final class Told implements ChildEvents {
    @Override
    public void serves(String name, Duration took, boolean again) {
      told.add(name + (again ? " serves again" : " serves"));
    }

    @Override
    public void rebuilt(String name) {
      told.add(name + " rebuilt");
    }

    @Override
    public void silent(String name, Duration since, Path threads) {
      told.add(name + " silent");
    }

    @Override
    public void died(String name, String how) {
      told.add(name + " died, " + how);
    }
  }
}
