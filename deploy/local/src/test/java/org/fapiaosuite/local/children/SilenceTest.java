package org.fapiaosuite.local.children;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A child that gives no answer is started again; one that answers that it is unwell is not. */
class SilenceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration INTERVAL = Duration.ofMillis(500);
  private static final Duration LIMIT = Duration.ofSeconds(3);

  @TempDir Path folder = Path.of("");

  private final List<String> told = new CopyOnWriteArrayList<>();
  private final List<Path> dumps = new CopyOnWriteArrayList<>();
  private @Nullable Supervisor supervisor;

  @AfterEach
  void stop() {
    if (supervisor != null) {
      supervisor.stop(PATIENCE);
    }
  }

  @Test
  void a_child_that_gives_no_answer_is_started_again_and_its_threads_are_kept() throws Exception {
    // Given
    Supervisor supervisor = serve();
    long first = pid(supervisor);

    // When
    Files.createFile(folder.resolve("stuck"));
    await().atMost(PATIENCE).until(() -> pid(supervisor) != first);

    // Then
    assertEquals(
        List.of(
            "service serves",
            "service silent",
            "service died, exit code 137",
            "service serves again"),
        told);
    assertTrue(
        Files.readString(dumps.get(0)).contains("Answering.stuckForever"),
        "the dump shows where it is stuck");
  }

  @Test
  void a_child_that_answers_503_is_left_alone_however_long() throws Exception {
    // Given
    Supervisor supervisor = serve();
    long first = pid(supervisor);

    // When it has been unwell for longer than it may be silent
    Files.createFile(folder.resolve("unwell"));
    long longEnough = 2 * LIMIT.toMillis() / INTERVAL.toMillis();
    await().atMost(PATIENCE).until(() -> counted() >= longEnough);

    // Then
    assertEquals(first, pid(supervisor));
    assertEquals(List.of("service serves"), told);
  }

  private long counted() throws IOException {
    Path file = folder.resolve("counted");
    String text = Files.exists(file) ? Files.readString(file) : "";
    return text.isEmpty() ? 0 : Long.parseLong(text);
  }

  private Supervisor serve() throws Exception {
    int port = freePort();
    URI uri = URI.create("http://127.0.0.1:" + port + "/");
    ChildSpec spec =
        new ChildSpec(
            "service",
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx32m",
                "-cp",
                System.getProperty("java.class.path"),
                Answering.class.getName(),
                folder.toString(),
                String.valueOf(port)),
            Map.of(),
            folder.resolve("service.log"),
            new Readiness.ByHttp(uri),
            Optional.empty(),
            Optional.of(new Liveness(uri, LIMIT, INTERVAL)),
            List.of());
    Supervisor made = new Supervisor(List.of(spec), new Told());
    supervisor = made;
    made.start(PATIENCE);
    return made;
  }

  private static long pid(Supervisor supervisor) {
    return Objects.requireNonNull(supervisor.pids().get("service"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
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
      dumps.add(threads);
      told.add(name + " silent");
    }

    @Override
    public void died(String name, String how) {
      told.add(name + " died, " + how);
    }
  }
}
