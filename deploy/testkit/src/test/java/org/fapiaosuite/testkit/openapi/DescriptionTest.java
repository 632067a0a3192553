package org.fapiaosuite.testkit.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescriptionTest {

  private static final String API =
      """
      openapi: 3.1.0
      paths:
        /parcels/{id}:
          get:
            summary: Get a parcel
            description: Shows a parcel.
            parameters:
            - $ref: "#/components/parameters/id"
            responses:
              "200":
                description: The parcel.
                headers:
                  ETag:
                    description: Its version.
      components:
        parameters:
          id:
            name: id
            description: Of the parcel.
            schema: {type: string, examples: [p1]}
        schemas:
          Parcel:
            description: What is sent.
            properties:
              weight: {description: In grams., type: integer, examples: [250]}
              state: {description: Where it is., $ref: "#/components/schemas/State"}
          State:
            description: "`SENT`: On its way."
            enum: [SENT]
      """;

  @TempDir Path folder;

  @Test
  void a_document_in_which_all_is_said_lacks_nothing() throws IOException {
    assertEquals(List.of(), missing(API));
  }

  @Test
  void each_part_without_a_word_is_named() throws IOException {
    String silent =
        API.replace("      description: Shows a parcel.\n", "")
            .replace("description: The parcel.", "description: OK")
            .replace("description: Its version.", "required: true")
            .replace("description: Of the parcel.", "in: path")
            .replace(", examples: [p1]", "")
            .replace("description: What is sent.", "type: object")
            .replace("description: In grams., ", "")
            .replace(", examples: [250]", "")
            .replace("`SENT`: On its way.", "A state.");

    assertEquals(
        List.of(
            "OPERATION get /parcels/{id}",
            "PARAMETER get /parcels/{id} id",
            "PARAMETER_EXAMPLE get /parcels/{id} id",
            "STATUS get /parcels/{id} 200",
            "HEADER get /parcels/{id} 200 ETag",
            "SCHEMA Parcel",
            "PROPERTY Parcel.weight",
            "PROPERTY_EXAMPLE Parcel.weight",
            "ENUM_VALUE State SENT"),
        missing(silent));
  }

  private List<String> missing(String api) throws IOException {
    Path document = Files.writeString(folder.resolve("openapi.yaml"), api);
    return Description.of(document).missing();
  }
}
