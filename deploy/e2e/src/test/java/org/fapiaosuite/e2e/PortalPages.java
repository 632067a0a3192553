package org.fapiaosuite.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The pages in a browser: runs what stands beside the portal's sources on a suite. */
final class PortalPages {
  private static final Path CHROMIUM = chromium();
  private static final Path SOURCES =
      Suite.projectRoot().resolve("gateway/src/main/webui").normalize();

  private final Suite suite;

  PortalPages(Suite suite) {
    this.suite = suite;
  }

  /** The one named by the environment; else Debian's without windows, which takes half the work. */
  private static Path chromium() {
    String given = System.getenv("CHROMIUM");
    if (given != null) {
      return Path.of(given);
    }
    Path windowless = Path.of("/usr/bin/chromium-headless-shell");
    return Files.isExecutable(windowless) ? windowless : Path.of("/usr/bin/chromium");
  }

  /** Skips the caller, and says why, where the pages or what it takes to see them are missing. */
  void assumeTheyCanBeSeen() {
    assumeTrue(Files.isExecutable(CHROMIUM), "skipped: no browser at " + CHROMIUM);
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":", -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "npx"))),
        "skipped: no npm on the PATH");
    assumeTrue(
        suite.gateway().with("Accept", "text/html").get("/").status() == 200,
        "skipped: the gateway was built without the portal");
    assumeTrue(
        Files.exists(SOURCES.resolve("node_modules/@playwright/test")),
        "skipped: npm ci has not run in " + SOURCES);
  }

  /** Runs tests of the pages and passes on what they tell; returns their exit code. */
  int test(String... arguments) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("npx", "--no-install", "playwright", "test");
    builder.command().addAll(List.of(arguments));
    builder.directory(SOURCES.toFile()).redirectErrorStream(true);
    builder.environment().put("GATEWAY", suite.gateway().baseUrl());
    builder.environment().put("MAILBOX", suite.mailbox().http().baseUrl());
    builder.environment().put("SIMULATOR", suite.simulator().baseUrl());
    builder.environment().put("SUITE_JSON", suite.file().toString());
    builder.environment().put("CHROMIUM", CHROMIUM.toString());
    builder
        .environment()
        .put("STORIES_OUT", Path.of("target", "portal-stories").toAbsolutePath().toString());
    Process tests = builder.start();
    try (BufferedReader lines = tests.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        System.out.println(line);
      }
      return tests.waitFor();
    } finally {
      tests.descendants().forEach(ProcessHandle::destroyForcibly);
      tests.destroyForcibly();
    }
  }
}
