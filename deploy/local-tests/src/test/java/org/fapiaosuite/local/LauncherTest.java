package org.fapiaosuite.local;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The launcher as a process, with database, broker and mailbox. */
@Execution(ExecutionMode.CONCURRENT)
class LauncherTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path home = Path.of("");
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void stop() throws InterruptedException {
    for (Process launcher : started) {
      launcher.destroy();
      launcher.waitFor();
    }
  }

  @Test
  void what_dies_is_started_again_and_nothing_committed_is_lost() throws Exception {
    launch();
    JsonNode before = awaitSuite();
    execute(before, "CREATE TABLE bill (id int)");
    execute(before, "INSERT INTO bill VALUES (1)");

    for (String name : List.of("postgres", "kafka", "mailbox")) {
      kill(before.path("pids").path(name).asLong());
      await().atMost(PATIENCE).until(() -> pid(name) != before.path("pids").path(name).asLong());
    }

    assertEquals(1, count(readSuite(), "bill"));
    assertEquals(before.path("infrastructure"), readSuite().path("infrastructure"));
    String told = Files.readString(home.resolve("output"));
    assertTrue(told.contains("kafka ended unexpectedly (exit code 137), starting it again"), told);
    assertTrue(told.contains("kafka serves again after"), told);
  }

  @Test
  void a_killed_launcher_leaves_no_orphan_and_its_home_starts_again() throws Exception {
    Process launcher = launch();
    JsonNode before = awaitSuite();
    execute(before, "CREATE TABLE bill (id int)");
    execute(before, "INSERT INTO bill VALUES (1)");

    kill(launcher.pid());

    awaitEndOfAll(before);
    Process next = launch();
    await().atMost(PATIENCE).ignoreExceptions().until(() -> pid("launcher") == next.pid());
    JsonNode after = readSuite();
    assertEquals(1, count(after, "bill"));
    assertNotEquals(before.path("pids"), after.path("pids"));
  }

  @Test
  void an_orderly_stop_ends_all_and_takes_the_description_away() throws Exception {
    Process launcher = launch();
    JsonNode before = awaitSuite();

    launcher.destroy();
    launcher.waitFor();

    assertFalse(Files.exists(home.resolve("run/suite.json")));
    before
        .path("pids")
        .forEach(pid -> assertFalse(ProcessHandle.of(pid.asLong()).isPresent(), pid.toString()));
  }

  @Test
  void a_second_start_with_the_same_home_is_refused() throws Exception {
    launch();
    JsonNode before = awaitSuite();

    Process second = start(home.resolve("second"));

    assertEquals(1, second.waitFor());
    assertTrue(
        Files.readString(home.resolve("second"))
            .startsWith("A suite with the home " + home + " is running already."));
    assertEquals(before, readSuite());
  }

  @Test
  void the_end_of_its_owner_ends_all() throws Exception {
    Process owner = new ProcessBuilder("cat").start();
    started.add(owner);
    start(home.resolve("output"), "--owner", String.valueOf(owner.pid()));
    JsonNode before = awaitSuite();

    kill(owner.pid());

    awaitEndOfAll(before);
  }

  private Process launch() throws IOException {
    return start(home.resolve("output"), "--owner", String.valueOf(ProcessHandle.current().pid()));
  }

  private Process start(Path output, String... arguments) throws IOException {
    Process launcher = LauncherProcess.start(home, output, arguments);
    started.add(launcher);
    return launcher;
  }

  private JsonNode awaitSuite() throws IOException {
    await().atMost(PATIENCE).until(() -> Files.exists(home.resolve("run/suite.json")));
    return readSuite();
  }

  private JsonNode readSuite() throws IOException {
    return new ObjectMapper().readTree(home.resolve("run/suite.json").toFile());
  }

  private long pid(String name) throws IOException {
    return readSuite().path("pids").path(name).asLong();
  }

  private static void awaitEndOfAll(JsonNode suite) {
    for (JsonNode pid : suite.path("pids")) {
      await().atMost(PATIENCE).until(() -> ProcessHandle.of(pid.asLong()).isEmpty());
    }
  }

  private static void kill(long pid) {
    assertTrue(ProcessHandle.of(pid).orElseThrow().destroyForcibly());
  }

  private static void execute(JsonNode suite, String sql) throws SQLException {
    try (Connection connection = connect(suite)) {
      connection.createStatement().execute(sql);
    }
  }

  private static int count(JsonNode suite, String table) throws SQLException {
    try (Connection connection = connect(suite);
        ResultSet rows =
            connection.createStatement().executeQuery("SELECT count(*) FROM " + table)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static Connection connect(JsonNode suite) throws SQLException {
    String address = suite.at("/infrastructure/postgres").asText();
    return DriverManager.getConnection("jdbc:postgresql://" + address + "/account", "account", "");
  }
}
