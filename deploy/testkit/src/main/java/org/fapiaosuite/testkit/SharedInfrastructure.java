package org.fapiaosuite.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The servers of this test JVM, which surefire uses for all tests of a module: started by the first
 * test that needs them, they end by themselves when it is gone. Modules that are built side by side
 * thus see nothing of each other's topics and databases.
 */
final class SharedInfrastructure {
  private static final int MOST_TRIES = 3;
  private static final Duration TIME_TO_START = Duration.ofSeconds(90);

  private SharedInfrastructure() {}

  /** Where the servers listen, each {@code host:port}; the mailbox as a base URL. */
  record Addresses(Path folder, String postgres, String kafka, String smtp, String mailbox) {

    /** Makes them known to every class loader of this JVM. */
    void publish() {
      System.setProperty("fapiao.testkit.folder", folder.toString());
      System.setProperty("fapiao.testkit.postgres", postgres);
      System.setProperty("fapiao.testkit.kafka", kafka);
      System.setProperty("fapiao.testkit.smtp", smtp);
      System.setProperty("fapiao.testkit.mailbox", mailbox);
    }

    String smtpHost() {
      return smtp.substring(0, smtp.indexOf(':'));
    }

    String smtpPort() {
      return smtp.substring(smtp.indexOf(':') + 1);
    }
  }

  /** What {@link SuiteInfrastructure} has published. */
  static String published(String name) {
    String value = System.getProperty("fapiao.testkit." + name);
    if (value == null) {
      throw new IllegalStateException("This test lacks @QuarkusTestResource(SuiteInfrastructure)");
    }
    return value;
  }

  static Addresses ofThisModule() {
    ProcessHandle owner = ProcessHandle.current();
    Path root = root();
    Path all = root.resolve("deploy/testkit/target/infrastructure");
    Path folder = all.resolve(String.valueOf(owner.pid()));
    try {
      Files.createDirectories(folder);
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (!lock.isValid()) {
          throw new IOException("Lost the lock on " + folder);
        }
        Path description = folder.resolve("run/suite.json");
        if (!serves(description)) {
          removeThoseOfEndedModules(all);
          startOnFreePorts(root, owner, folder, description);
        }
        return read(folder, description);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("No infrastructure for tests", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("deploy/topics.yaml"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("Tests run inside the checkout only");
    }
    return folder;
  }

  private static boolean serves(Path description) throws IOException {
    if (!Files.exists(description)) {
      return false;
    }
    long launcher = new ObjectMapper().readTree(description.toFile()).at("/pids/launcher").asLong();
    return ProcessHandle.of(launcher).map(ProcessHandle::isAlive).orElse(false);
  }

  /** A port that was free may be taken when its server opens it: then others are looked for. */
  private static void startOnFreePorts(
      Path root, ProcessHandle owner, Path folder, Path description)
      throws IOException, InterruptedException {
    for (int tries = 1; ; tries++) {
      try {
        start(root, owner, folder, description);
        return;
      } catch (IOException e) {
        boolean taken = String.valueOf(e.getMessage()).contains("Address already in use");
        if (!taken || tries == MOST_TRIES) {
          throw e;
        }
      }
    }
  }

  private static void start(Path root, ProcessHandle owner, Path folder, Path description)
      throws IOException, InterruptedException {
    Path local = root.resolve("deploy/local/target");
    Path classPath = local.resolve("classpath");
    if (!Files.exists(classPath)) {
      throw new IOException(classPath + " is missing: build deploy/local first");
    }
    Path log = folder.resolve("launcher.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "org.fapiaosuite.local.Launcher",
                "--infrastructure",
                "--owner",
                String.valueOf(owner.pid()),
                "--home",
                folder.toString())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder
        .environment()
        .put("CLASSPATH", local.resolve("classes") + ":" + Files.readString(classPath).strip());
    Files.deleteIfExists(description);
    Process launcher = builder.start();
    Instant deadline = Instant.now().plus(TIME_TO_START);
    while (!Files.exists(description)) {
      if (launcher.waitFor(50, TimeUnit.MILLISECONDS) || Instant.now().isAfter(deadline)) {
        launcher.destroy();
        throw new IOException("It does not start:\n" + Files.readString(log));
      }
    }
  }

  private static Addresses read(Path folder, Path description) throws IOException {
    JsonNode suite = new ObjectMapper().readTree(description.toFile());
    JsonNode infrastructure = suite.path("infrastructure");
    return new Addresses(
        folder,
        infrastructure.path("postgres").asText(),
        infrastructure.path("kafka").asText(),
        infrastructure.path("smtp").asText(),
        suite.path("mailbox").asText());
  }

  private static void removeThoseOfEndedModules(Path parent) throws IOException {
    try (Stream<Path> folders = Files.list(parent)) {
      for (Path folder : folders.toList()) {
        long owner = Long.parseLong(folder.getFileName().toString());
        if (ProcessHandle.of(owner).isEmpty()) {
          remove(folder);
        }
      }
    }
  }

  /** As far as possible: servers that are just ending may still write. */
  private static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException later) {
      // The next one tries again.
    }
  }
}
