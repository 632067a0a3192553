package org.fapiaosuite.account.credential;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A JVM says nothing of an option for a class that it never meets. */
class CompiledHashesTest {
  private static final Path OPTIONS = Path.of("../deploy/containers/jvm.options");
  private static final String INLINE = "-XX:CompileCommand=inline,";

  @Test
  void the_class_that_is_compiled_in_one_piece_is_there() throws IOException {
    List<String> names =
        Files.readAllLines(OPTIONS).stream()
            .filter(line -> line.startsWith(INLINE))
            .map(line -> line.substring(INLINE.length()).replace("::*", ""))
            .toList();

    assertEquals(1, names.size());
    assertDoesNotThrow(() -> Class.forName(names.get(0)));
  }
}
