package org.fapiaosuite.local;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JvmTest {
  private static final Path CONTAINERS_OPTIONS = Path.of("../containers/jvm.options");

  @Test
  void hashes_are_compiled_here_as_in_a_container() throws IOException {
    List<String> inContainers = Files.readAllLines(CONTAINERS_OPTIONS);

    assertTrue(inContainers.containsAll(Jvm.HASHES_IN_ONE_PIECE), inContainers.toString());
  }
}
