package org.fapiaosuite.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What an integrator writes against our contracts works on this suite: the client whose types come
 * from the API documents alone walks the story of one Fapiao. Without npm it says so and is
 * skipped.
 */
class ClientStory {
  private static final Path CLIENT = Suite.projectRoot().resolve("deploy/client").normalize();
  private static final Path STORY = CLIENT.resolve("target/story/story.js");

  private static final Suite suite = Suite.shared();

  @BeforeAll
  static void the_client_is_compiled() {
    assumeTrue(
        Files.exists(STORY), "skipped: the client was not compiled, " + STORY + " is missing");
  }

  @Test
  void a_client_typed_by_the_contracts_brings_a_fapiao_into_the_post() throws Exception {
    // When
    List<String> lines = new ArrayList<>();
    int exit = run(lines);

    // Then
    assertEquals(0, exit, String.join("\n", lines));
    assertEquals("The story is told.", lines.get(lines.size() - 1));
    assertTrue(lines.contains("MAILED_OUT"), String.join("\n", lines));
    assertTrue(
        lines.stream().anyMatch(line -> line.startsWith("refused: buyer.taxpayerId ")),
        String.join("\n", lines));
  }

  private static int run(List<String> told) throws IOException, InterruptedException {
    JsonNode clerk = suite.staff("CLERK");
    ProcessBuilder builder = new ProcessBuilder("node", STORY.toString());
    builder.directory(CLIENT.toFile()).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "GATEWAY", suite.gateway().baseUrl(),
                "MAILBOX", suite.mailbox().http().baseUrl(),
                "SIMULATOR", suite.simulator().baseUrl(),
                "CLERK_EMAIL", clerk.path("email").asText(),
                "CLERK_PASSWORD", clerk.path("password").asText()));
    Process story = builder.start();
    try (BufferedReader lines = story.inputReader()) {
      lines.lines().forEach(told::add);
      return story.waitFor();
    } finally {
      story.destroyForcibly();
    }
  }
}
