package org.fapiaosuite.fapiao.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The JSON Schema of an event type, as it is committed. */
public final class Contract {
  static final Path FOLDER = Path.of("src/contracts");
  private static final String SUFFIX = ".schema.json";
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private Contract() {}

  /** Every type that has a contract. */
  public static Set<String> types() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sees that the data of an event is what its type promises. */
  public static void assertKept(String type, String data) {
    try {
      String schema = Files.readString(FOLDER.resolve(type + SUFFIX));
      List<Error> errors = SCHEMAS.getSchema(schema).validate(data, InputFormat.JSON);
      assertEquals(List.of(), errors, type + ": " + data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
