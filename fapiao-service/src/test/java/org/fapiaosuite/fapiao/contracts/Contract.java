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

/** The JSON Schema of an event type, as it is committed. */
public final class Contract {
  static final Path FOLDER = Path.of("src/contracts");
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private Contract() {}

  /** Sees that the data of an event is what its type promises. */
  public static void assertKept(String type, String data) {
    try {
      String schema = Files.readString(FOLDER.resolve(type + ".schema.json"));
      List<Error> errors = SCHEMAS.getSchema(schema).validate(data, InputFormat.JSON);
      assertEquals(List.of(), errors, type + ": " + data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
