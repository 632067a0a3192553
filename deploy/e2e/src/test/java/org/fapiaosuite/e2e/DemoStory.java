package org.fapiaosuite.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/demo}, the command that the README asks a newcomer to run, does what it says. */
class DemoStory {
  private static final Suite suite = Suite.shared();

  @TempDir Path folder;

  @Test
  void it_ends_with_a_fapiao_that_is_mailed_out_and_says_where_to_look_next() throws Exception {
    // When
    Run demo = demo("--home", suite.home().toString());

    // Then
    assertEquals(0, demo.exit(), demo.text());
    String gateway = suite.description().path("gateway").asText();
    String mailbox = suite.description().path("mailbox").asText();
    List<String> end = demo.lines().subList(demo.lines().size() - 10, demo.lines().size());
    assertTrue(end.get(0).endsWith(" Submitted: handed over to the service centre"), demo.text());
    assertTrue(end.get(1).endsWith(" In process"), demo.text());
    assertTrue(end.get(2).endsWith(" Issued"), demo.text());
    assertTrue(end.get(3).endsWith(" Mailed out"), demo.text());
    assertEquals("Where to look next", end.get(5));
    assertTrue(end.get(7).contains(mailbox + "/?to=demo-"), demo.text());
    assertTrue(end.get(8).endsWith(" " + mailbox + "/"), demo.text());
    assertTrue(end.get(9).endsWith(" " + gateway + "/api"), demo.text());
    assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9), demo.steps().map(Step::number).toList());
    assertShowsNoSecret(demo);
  }

  @Test
  void it_shows_the_steps_that_the_readme_quotes_and_speaks_another_language() throws Exception {
    // Given
    List<Step> quoted =
        Step.in(Files.readString(Suite.projectRoot().resolve("README.md"))).toList();

    // When
    Run demo = demo("--home", suite.home().toString(), "--language", "zh-CN");

    // Then
    assertEquals(0, demo.exit(), demo.text());
    assertTrue(demo.text().contains(" 已寄出 (Mailed out)"), demo.text());
    assertTrue(quoted.size() >= 3, "the README quotes steps: " + quoted);
    assertTrue(demo.steps().toList().containsAll(quoted), quoted + " in " + demo.text());
  }

  @Test
  void a_home_without_a_running_suite_is_named() throws Exception {
    // When
    Run demo = demo("--home", folder.toString());

    // Then
    assertEquals(1, demo.exit(), demo.text());
    assertTrue(demo.text().startsWith("No suite is running with the home " + folder), demo.text());
  }

  @Test
  void a_suite_that_no_longer_answers_is_named() throws Exception {
    // Given what a suite left behind that was killed
    ObjectNode description = suite.description().deepCopy();
    description.put("simulator", "http://127.0.0.1:1");
    Path home = homeOf(description);

    // When
    Run demo = demo("--home", home.toString());

    // Then
    assertEquals(1, demo.exit(), demo.text());
    assertTrue(demo.text().contains("Nothing answers at http://127.0.0.1:1/orders."), demo.text());
  }

  @Test
  void a_step_that_is_refused_ends_it_with_the_problem() throws Exception {
    // Given a clerk whose password has been changed
    ObjectNode description = suite.description().deepCopy();
    for (JsonNode member : description.path("staff")) {
      ((ObjectNode) member).put("password", "not the password any more");
    }
    Path home = homeOf(description);

    // When
    Run demo = demo("--home", home.toString());

    // Then
    assertEquals(1, demo.exit(), demo.text());
    assertTrue(demo.text().contains("/api/v1/sessions was answered with 401:"), demo.text());
    String problem = demo.lines().get(demo.lines().size() - 1);
    assertEquals(401, Http.JSON.readTree(problem).path("status").asInt(), problem);
  }

  @Test
  void an_unknown_option_or_language_is_refused() throws Exception {
    // When
    Run option = demo("--faster");
    Run language = demo("--language", "fr");

    // Then
    assertEquals(1, option.exit());
    assertEquals("Unknown option --faster; deploy/demo --help lists them.", option.text().strip());
    assertEquals(1, language.exit());
    assertEquals("--language must be en, zh-CN or de, not fr.", language.text().strip());
  }

  /** A folder that looks like the home of a running suite with that description. */
  private Path homeOf(JsonNode description) throws IOException {
    Path run = Files.createDirectories(folder.resolve("run"));
    Files.writeString(run.resolve("suite.json"), description.toString());
    return folder;
  }

  /** Tokens of links and claim codes are the mail's own; passwords and access tokens stay out. */
  private static void assertShowsNoSecret(Run demo) {
    assertTrue(demo.text().contains("\"password\":\"…\""), demo.text());
    assertFalse(demo.text().contains("correct horse"), demo.text());
    assertFalse(demo.text().contains(suite.staff("CLERK").path("password").asText()), demo.text());
    assertFalse(demo.text().contains("eyJ"), demo.text());
  }

  /** The line that says what is about to be done. */
  private record Step(int number, String sentence) {
    private static final Pattern LINE = Pattern.compile("(?m)^(\\d)\\. (.+)$");

    static Stream<Step> in(String text) {
      return LINE.matcher(text)
          .results()
          .map(line -> new Step(Integer.parseInt(line.group(1)), line.group(2)));
    }
  }

  /** How the script ended, and what it printed, errors included. */
  private record Run(int exit, String text) {
    List<String> lines() {
      return text.lines().toList();
    }

    Stream<Step> steps() {
      return Step.in(text);
    }
  }

  private static Run demo(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Suite.projectRoot().resolve("deploy/demo").toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), text);
  }
}
