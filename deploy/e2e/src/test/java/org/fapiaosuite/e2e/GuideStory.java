package org.fapiaosuite.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The guide at {@code /docs} tells the truth: its commands, taken from the page as it is served,
 * run in one shell and in order as a reader would run them, and print what the page says they
 * print.
 */
class GuideStory {
  private static final Pattern BLOCK =
      Pattern.compile("(?s)<pre class=\"(\\w+)\"[^>]*><code>(.*?)</code></pre>");
  private static final String END = "--- end of block ";

  private static final Suite suite = Suite.shared();

  @TempDir Path folder;

  /** Commands, and what they print; {@code …} in it stands for anything in a line. */
  private record Step(String commands, String output) {
    boolean printed(String text) {
      String pattern =
          output
              .lines()
              .map(line -> Pattern.quote(line).replace("…", "\\E.*\\Q"))
              .reduce((above, below) -> above + "\n" + below)
              .orElse("");
      return text.replace("\r", "").strip().matches(pattern);
    }
  }

  @BeforeAll
  static void a_reader_has_bash_curl_and_jq() {
    for (String tool : new String[] {"bash", "curl", "jq"}) {
      assumeTrue(
          Stream.of(System.getenv("PATH").split(":", -1))
              .anyMatch(place -> Files.isExecutable(Path.of(place, tool))),
          "skipped: no " + tool + " on the PATH");
    }
  }

  @Test
  void every_command_of_the_guide_does_what_the_guide_says() throws Exception {
    // Given
    String page = suite.gateway().get("/docs").expect(200).text();
    List<Step> steps = steps(page);
    assertTrue(steps.size() >= 20, "the search finds commands: " + steps.size());

    // When
    List<String> printed = run(steps);

    // Then
    for (int step = 0; step < steps.size(); step++) {
      assertTrue(
          steps.get(step).printed(printed.get(step)),
          "%s%nshould print%n%s%nbut printed%n%s"
              .formatted(steps.get(step).commands(), steps.get(step).output(), printed.get(step)));
    }
    assertEquals(steps.size(), printed.size());
  }

  /** Those that are to be run, each with the output below it; nothing else has a curl in it. */
  private static List<Step> steps(String page) {
    List<Step> steps = new ArrayList<>();
    BLOCK
        .matcher(page)
        .results()
        .forEach(
            block -> {
              String content = unescaped(block.group(2));
              switch (block.group(1)) {
                case "sh" -> steps.add(new Step(content, ""));
                case "output" ->
                    steps.add(new Step(steps.remove(steps.size() - 1).commands(), content));
                default -> assertTrue(!content.contains("curl "), content);
              }
            });
    long curls = Pattern.compile("curl -").matcher(unescaped(page)).results().count();
    long run =
        steps.stream()
            .mapToLong(step -> Pattern.compile("curl -").matcher(step.commands()).results().count())
            .sum();
    assertEquals(curls, run, "every curl of the page is run");
    return steps;
  }

  private static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }

  /** What each step printed; a command that fails ends the shell with an error. */
  private List<String> run(List<Step> steps) throws IOException, InterruptedException {
    StringBuilder script = new StringBuilder("set -euo pipefail\n");
    for (int step = 0; step < steps.size(); step++) {
      script.append(steps.get(step).commands()).append("\necho; echo '").append(END);
      script.append(step).append("'\n");
    }
    Path file = Files.writeString(folder.resolve("guide.sh"), script);
    Path output = folder.resolve("output");
    Process shell = shell(file, output);
    try {
      assertTrue(
          shell.waitFor(Customer.PATIENCE.multipliedBy(2).toSeconds(), TimeUnit.SECONDS),
          () -> "the guide does not come to its end: " + text(output));
    } finally {
      shell.descendants().forEach(ProcessHandle::destroyForcibly);
      shell.destroyForcibly();
    }
    assertEquals(0, shell.exitValue(), () -> text(output));
    return Stream.of(text(output).split(Pattern.quote(END) + "\\d+\n", -1))
        .limit(steps.size())
        .toList();
  }

  private Process shell(Path script, Path output) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("bash", script.toString());
    builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("GATEWAY", suite.gateway().baseUrl());
    builder.environment().put("SIMULATOR", suite.simulator().baseUrl());
    builder
        .environment()
        .put(
            "IDENTITY_PROVIDER",
            suite.description().path("identityProvider").path("issuer").asText());
    builder.environment().put("ADMIN_CENTER", suite.description().path("adminCenter").asText());
    return builder.start();
  }

  private static String text(Path output) {
    try {
      return Files.readString(output, UTF_8);
    } catch (IOException e) {
      return String.valueOf(e);
    }
  }
}
