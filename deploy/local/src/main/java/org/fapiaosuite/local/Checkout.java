package org.fapiaosuite.local;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where things lie in the checkout this launcher was built in. */
record Checkout(Path root) {

  /** Found through the launcher's own classes, {@code deploy/local/target/<classes or jar>}. */
  static Checkout ofThisLauncher() {
    return new Checkout(own().resolve("../../../..").normalize());
  }

  Path localFolder() {
    return root.resolve("deploy/local");
  }

  Path topics() {
    return root.resolve("deploy/topics.yaml");
  }

  /** Unpacked programs of PostgreSQL: build output, shared by all homes. */
  Path postgresBinaries() {
    return localFolder().resolve("target/postgresql");
  }

  Path archives() {
    return localFolder().resolve("target/archives");
  }

  Path simulatorJar() {
    return root.resolve("deploy/simulator/target/simulator-1.0.0-SNAPSHOT.jar");
  }

  Path serviceJar(String module) {
    return root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
  }

  /** All that a build of the suite makes and a start of it needs. */
  List<Path> jars() {
    return Stream.concat(
            Stream.of(simulatorJar()), Suite.MODULES.values().stream().map(this::serviceJar))
        .toList();
  }

  /** For {@code Guarded} beside somebody else's jar. */
  static Path own() {
    try {
      return Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The launcher is not running from a file", e);
    }
  }
}
