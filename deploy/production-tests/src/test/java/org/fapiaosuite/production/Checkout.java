package org.fapiaosuite.production;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The checkout under test, and the few facts of it that everything else is held against. */
final class Checkout {
  static final Path ROOT = root();
  static final Path KUBERNETES = ROOT.resolve("deploy/kubernetes");
  static final Path COMPOSE = ROOT.resolve("deploy/compose");
  static final Path CONTAINERS = ROOT.resolve("deploy/containers");

  /** Health and metrics are this far above a service's own port. */
  static final int MANAGEMENT = 1100;

  /** The services by the name under which the others reach them, with their ports. */
  static final Map<String, Integer> PORTS =
      Map.of(
          "gateway",
          8080,
          "account",
          8081,
          "order-sync",
          8082,
          "fapiao",
          8083,
          "notification",
          8084);

  /** Those with a database, and what it is called. */
  static final Map<String, String> DATABASES =
      Map.of(
          "account", "account",
          "order-sync", "ordersync",
          "fapiao", "fapiao",
          "notification", "notification");

  private Checkout() {}

  /** The folder a service is built in, which is the name of its image too. */
  static String module(String service) {
    return service.equals("gateway") ? service : service + "-service";
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The settings of a file of {@code NAME=value} lines. */
  static List<String> lines(Path file) {
    return read(file).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("deploy/topics.yaml"))) {
      folder = Optional.ofNullable(folder.getParent()).orElseThrow();
    }
    return folder;
  }
}
