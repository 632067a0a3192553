package org.fapiaosuite.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OptionsTest {
  private static final Path HOME = Path.of("/suite/deploy/local");

  @Test
  void without_arguments_the_usual_suite_starts() {
    assertEquals(
        new Options(false, true, 0, HOME, false, false, OptionalLong.empty()),
        Options.parse(List.of(), HOME));
  }

  @Test
  void arguments_may_come_in_any_order() {
    assertEquals(
        new Options(true, false, 300, Path.of("/tmp/b"), true, true, OptionalLong.of(17)),
        Options.parse(
            List.of(
                "--port-offset",
                "300",
                "--no-demo",
                "--owner",
                "17",
                "--home",
                "/tmp/a/../b",
                "--infrastructure",
                "--train",
                "--fresh"),
            HOME));
  }

  @Test
  void what_cannot_be_understood_is_named() {
    assertEquals("Unknown option --frehs", refusal("--frehs"));
    assertEquals("--home needs a value", refusal("--home"));
    assertEquals(
        "--port-offset must be a number from 0 to 46442, not 46443",
        refusal("--port-offset", "46443"));
    assertEquals(
        "--port-offset must be a number from 0 to 46442, not -1", refusal("--port-offset", "-1"));
    assertEquals(
        "--port-offset must be a number from 0 to 46442, not x", refusal("--port-offset", "x"));
  }

  private static String refusal(String... arguments) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> Options.parse(List.of(arguments), HOME))
            .getMessage());
  }
}
