package org.fapiaosuite.fapiao.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The committed examples keep the committed schemas, and none is missing. */
class ExamplesTest {

  @Test
  void each_example_keeps_its_schema() throws IOException {
    for (Path example : files(Contract.FOLDER.resolve("examples"), ".json")) {
      Contract.assertKept(type(example), Files.readString(example));
    }
  }

  @Test
  void each_type_has_a_schema_an_example_and_a_line_in_asyncapi() throws IOException {
    Set<String> schemas = Contract.types();
    Set<String> examples = types(files(Contract.FOLDER.resolve("examples"), ".json"));
    assertEquals(schemas, examples);
    String index = Files.readString(Contract.FOLDER.resolve("asyncapi.yaml"));
    schemas.forEach(type -> assertTrue(index.contains("./" + type + ".schema.json"), type));
  }

  private static Set<String> types(List<Path> files) {
    return files.stream().map(ExamplesTest::type).collect(Collectors.toSet());
  }

  private static String type(Path file) {
    return file.getFileName().toString().replaceAll("(\\.v\\d+).*", "$1");
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
