package org.fapiaosuite.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The packaged suite, started by its own launcher on free ports with a home under {@code target/},
 * so that it lives beside any other suite on the machine.
 */
final class Suite implements AutoCloseable {
  private static final int[] PORTS = {
    8070, 8071, 8072, 8080, 8081, 8082, 8083, 8084, 8090, 8025, 1025, 15432, 19092, 19093, 9180,
    9181, 9182, 9183, 9184
  };

  /** The offset at which one suite's services would have another's management ports. */
  private static final int MANAGEMENT = 1_100;

  /** Held, and never spoken to, by whoever has the ports of its offset. */
  private static final int CLAIM = 8099;

  private static final Duration START_LIMIT = Duration.ofMinutes(4);

  private static final List<ServerSocket> claims = new ArrayList<>();
  private static @Nullable Suite shared;

  private final Path home;
  private final int offset;
  private final Optional<ServersApart> apart = ServersApart.asked();
  private Process launcher;
  private JsonNode description;

  private Suite(Path home, int offset, String... flags) {
    this.home = home;
    this.offset = offset;
    apart.ifPresent(ServersApart::makeFresh);
    this.launcher = launch(flags);
    this.description = awaitReady();
  }

  /**
   * The one suite of all stories that this JVM is given, in the order of their names; it ends with
   * them.
   */
  static synchronized Suite shared() {
    if (shared == null) {
      shared = fresh(System.getProperty("e2e.suite", "shared"));
    }
    return shared;
  }

  /** A suite with an empty home of that name; without demo orders. */
  static Suite fresh(String name) {
    Path home = Path.of("target", "suites", name).toAbsolutePath();
    return new Suite(home, freeOffset(), "--fresh", "--no-demo");
  }

  private Process launch(String... flags) {
    Path root = projectRoot();
    try {
      Files.createDirectories(home);
      if (apart.isPresent()) {
        apart.get().tell(home);
      } else {
        Files.deleteIfExists(home.resolve("external.properties"));
      }
      String classPath =
          root.resolve("deploy/local/target/classes")
              + ":"
              + Files.readString(root.resolve("deploy/local/target/classpath")).strip();
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx64m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  classPath,
                  "org.fapiaosuite.local.Launcher",
                  "--home",
                  home.toString(),
                  "--port-offset",
                  String.valueOf(offset),
                  "--owner",
                  String.valueOf(ProcessHandle.current().pid())));
      command.addAll(Arrays.asList(flags));
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(root.toFile())
              .redirectErrorStream(true)
              .redirectOutput(
                  ProcessBuilder.Redirect.appendTo(home.resolve("launcher.log").toFile()));
      builder.environment().putAll(Provider.trusted(providerPort()));
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode awaitReady() {
    Path file = file();
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<JsonNode> json = readIfThere(file);
      if (json.isPresent() && json.get().path("pids").path("launcher").asLong() == launcher.pid()) {
        return json.get();
      }
      try {
        if (launcher.waitFor(200, TimeUnit.MILLISECONDS)) {
          break;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    launcher.destroy();
    throw new AssertionError("suite did not get ready, see " + home.resolve("launcher.log"));
  }

  /** Stops every process in good order and starts the suite again on its data. */
  void restart() {
    close();
    launcher = launch("--no-demo");
    description = awaitReady();
  }

  /** Takes Kafka's disk away under it. */
  void wipeKafka(Nemesis nemesis) {
    Path data = apart.map(ServersApart::kafkaData).orElse(home.resolve("data/kafka"));
    try (Stream<Path> files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalStateException("Kafka's data cannot be wiped", e);
    }
    nemesis.kill("kafka");
  }

  /** What the launcher last wrote about the running suite, and who serves it from elsewhere. */
  JsonNode description() {
    JsonNode description = read(file());
    if (apart.isPresent() && description.path("pids") instanceof ObjectNode pids) {
      apart.get().pids().forEach(pids::put);
    }
    return description;
  }

  /** What the launcher writes for scripts. */
  Path file() {
    return home.resolve("run/suite.json");
  }

  /** The one file that service is configured by; read anew when it starts. */
  Path config(String service) {
    return home.resolve("run/config").resolve(service + ".properties");
  }

  private static JsonNode read(Path file) {
    return readIfThere(file).orElseThrow(() -> new IllegalStateException("there is no " + file));
  }

  /** A launcher that starts takes away what the one before it wrote. */
  private static Optional<JsonNode> readIfThere(Path file) {
    try {
      return Optional.of(Http.JSON.readTree(Files.readString(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder the suite was started with as {@code --home}. */
  Path home() {
    return home;
  }

  Http gateway() {
    return Http.at(description.path("gateway").asText());
  }

  Http simulator() {
    return Http.at(description.path("simulator").asText());
  }

  Http service(String name) {
    return Http.at(description.path("services").path(name).asText());
  }

  /** Health and metrics of a service, or of the gateway. */
  Http management(String name) {
    return Http.at(description.path("management").path(name).asText());
  }

  Mailbox mailbox() {
    return new Mailbox(Http.at(description.path("mailbox").asText()));
  }

  Databases databases() {
    return new Databases(home.resolve("run/config"));
  }

  /** Where an identity provider may be started that the suite trusts; at first there is none. */
  int providerPort() {
    return 8072 + offset;
  }

  /** Where Kafka listens. */
  String kafka() {
    return description.path("infrastructure").path("kafka").asText();
  }

  String platformSecret() {
    return description.path("platform").path("secret").asText();
  }

  /** E-mail and password of the demo member of staff with that role. */
  JsonNode staff(String role) {
    for (JsonNode member : description.path("staff")) {
      if (member.path("role").asText().equals(role)) {
        return member;
      }
    }
    throw new AssertionError("no staff with role " + role);
  }

  @Override
  public void close() {
    launcher.destroy();
    try {
      if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
        throw new AssertionError("the launcher did not stop within a minute");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Top of the checkout. */
  static Path projectRoot() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("deploy/topics.yaml"))) {
      folder = folder.getParent();
    }
    return Objects.requireNonNull(folder, "not inside a checkout");
  }

  /** An offset whose ports are free and stay so: nobody else who starts a suite here gets it. */
  private static int freeOffset() {
    for (int attempt = 0; attempt < 100; attempt++) {
      int offset = ThreadLocalRandom.current().nextInt(100, 130) * 100;
      if (claimed(CLAIM + offset)
          && claimed(CLAIM + offset + MANAGEMENT)
          && Arrays.stream(PORTS).allMatch(port -> free(port + offset))) {
        return offset;
      }
    }
    throw new AssertionError("no free ports");
  }

  /** Until this JVM ends. */
  private static boolean claimed(int port) {
    try {
      claims.add(new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1")));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort() == port;
    } catch (IOException e) {
      return false;
    }
  }
}
