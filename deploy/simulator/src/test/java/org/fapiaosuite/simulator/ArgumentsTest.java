package org.fapiaosuite.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgumentsTest {

  @Test
  void a_base_url_is_completed_and_any_other_taken_as_it_is() {
    assertEquals(
        URI.create("http://127.0.0.1:8080/api/v1/platforms/p2/events"),
        parse("--push-url", "http://127.0.0.1:8080", "--platform", "p2").receiver());
    assertEquals(
        URI.create("http://127.0.0.1:8080/hook"),
        parse("--push-url", "http://127.0.0.1:8080/hook").receiver());
  }

  @Test
  void secrets_add_up_and_are_not_shown() {
    Arguments arguments = parse("--push-url", "http://h", "--secret", "whsec_next");

    assertEquals(List.of("whsec_now", "whsec_next"), arguments.secrets());
    assertFalse(arguments.toString().contains("whsec"));
  }

  @Test
  void secrets_may_be_in_a_file_a_line_each(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("secrets");
    Files.writeString(file, "whsec_next\n\n  whsk_later \n");

    Arguments arguments = parse("--push-url", "http://h", "--secret-file", file.toString());

    assertEquals(List.of("whsec_now", "whsec_next", "whsk_later"), arguments.secrets());
    assertThrows(
        IllegalArgumentException.class,
        () -> parse("--push-url", "http://h", "--secret-file", file + ".absent"));
  }

  @Test
  void what_is_not_understood_is_said() {
    assertThrows(IllegalArgumentException.class, () -> parse("--push-url", "http://h", "--what"));
    assertThrows(IllegalArgumentException.class, () -> parse("--push-url", "nowhere"));
    assertThrows(IllegalArgumentException.class, () -> Arguments.parse("--data", "d"));
  }

  private static Arguments parse(String... words) {
    String[] all = new String[words.length + 4];
    System.arraycopy(new String[] {"--data", "d", "--secret", "whsec_now"}, 0, all, 0, 4);
    System.arraycopy(words, 0, all, 4, words.length);
    return Arguments.parse(all);
  }
}
