package org.fapiaosuite.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What a person does in the pages, in a real browser: runs the stories beside the portal's sources
 * on this suite. Without npm, a browser or the packaged portal it says so and is skipped.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PortalStory {
  /** The mark of stories that want access tokens that end while they run. */
  private static final String SHORT_TOKENS = "@short-tokens";

  private static final Path CHROMIUM =
      Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
  private static final Path SOURCES =
      Suite.projectRoot().resolve("gateway/src/main/webui").normalize();

  private static final Suite suite = Suite.shared();

  @BeforeAll
  static void all_it_takes_is_here() {
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

  @Test
  @Order(1)
  void every_story_of_the_pages_ends_well() throws Exception {
    int exit = stories("--grep-invert", SHORT_TOKENS);

    assertEquals(0, exit, "a story in the browser failed, see the output above");
  }

  @Test
  @Order(2) // restarts a service, which the stories above shall not wait for
  void the_pages_outlive_access_tokens_of_twenty_seconds() throws Exception {
    // Given
    assumeTrue(isMarked(SHORT_TOKENS), "skipped: no story has the mark " + SHORT_TOKENS);
    Path config = suite.config("account");
    String usual = Files.readString(config);

    // When
    int exit;
    try {
      Files.writeString(config, usual + "fapiao.account.sessions.access-token=PT20S\n");
      restartAccount();
      exit = stories("--grep", SHORT_TOKENS);
    } finally {
      Files.writeString(config, usual);
      restartAccount();
    }

    // Then
    assertEquals(0, exit, "a story in the browser failed, see the output above");
  }

  private static void restartAccount() {
    new Nemesis(suite, 0).kill("account");
    await("account serves")
        .atMost(Customer.PATIENCE)
        .ignoreExceptions()
        .until(() -> suite.service("account").get("/q/health/ready").status() == 200);
  }

  private static boolean isMarked(String mark) throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES.resolve("e2e"))) {
      for (Path story : files.filter(file -> file.toString().endsWith(".story.ts")).toList()) {
        if (Files.readString(story).contains(mark)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Runs stories of the pages and passes on what they tell; returns their exit code. */
  private static int stories(String... chosen) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("npx", "--no-install", "playwright", "test");
    builder.command().addAll(List.of(chosen));
    builder.directory(SOURCES.toFile()).redirectErrorStream(true);
    builder.environment().put("GATEWAY", suite.gateway().baseUrl());
    builder.environment().put("MAILBOX", suite.mailbox().http().baseUrl());
    builder.environment().put("SIMULATOR", suite.simulator().baseUrl());
    builder.environment().put("SUITE_JSON", suite.file().toString());
    builder.environment().put("CHROMIUM", CHROMIUM.toString());
    builder
        .environment()
        .put("STORIES_OUT", Path.of("target", "portal-stories").toAbsolutePath().toString());
    Process stories = builder.start();
    try (BufferedReader lines = stories.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        System.out.println(line);
      }
      return stories.waitFor();
    } finally {
      stories.descendants().forEach(ProcessHandle::destroyForcibly);
      stories.destroyForcibly();
    }
  }
}
