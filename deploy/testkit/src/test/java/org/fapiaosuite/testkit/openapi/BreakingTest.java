package org.fapiaosuite.testkit.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakingTest {

  private static final String API =
      """
      paths:
        /things:
          post:
            operationId: makeThing
            parameters:
              - {name: limit, in: query, schema: {type: integer}}
            requestBody:
              content:
                application/json:
                  schema: {$ref: '#/components/schemas/Wish'}
            responses:
              '201':
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Thing'}
      components:
        schemas:
          Wish:
            type: object
            required: [name]
            properties:
              name: {type: string}
              colour: {enum: [RED, BLUE]}
          Thing:
            type: object
            required: [id, parts]
            properties:
              id: {type: string, format: uuid}
              parts: {type: array, items: {$ref: '#/components/schemas/Thing'}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/things: | /others: | post /things is gone",
        "makeThing | doThing | post /things has another operationId",
        "name: limit | name: most | post /things limit is gone",
        "in: query, | in: query, required: true, | post /things limit is demanded",
        "type: integer | type: string | post /things limit was type \"integer\" and is \"string\"",
        "[name] | [name, colour] | post /things body demands colour",
        "[RED, BLUE] | [RED] | post /things body colour no longer takes BLUE",
        "'201' | '202' | post /things 201 is gone",
        "[id, parts] | [id] | post /things 201 may lack parts",
        "id: {type: string, format: uuid} | parts2: {} | post /things 201 id is gone",
        "format: uuid | format: date | post /things 201 id was format \"uuid\" and is \"date\""
      })
  void what_programs_rely_on_is_missed(String old, String now, String change)
      throws JsonProcessingException {
    assertEquals(List.of(change), Breaking.between(read(API), read(API.replace(old, now))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "components: | x-more: 1\\ncomponents:",
        "[RED, BLUE] | [RED, BLUE, GREEN]",
        "[name] | []",
        "name: {type: string} | name: {type: string}\\n        size: {type: integer}",
        "[id, parts] | [id, parts, more]"
      })
  void what_is_new_breaks_nothing(String old, String now) throws JsonProcessingException {
    String changed = API.replace(old, now.replace("\\n", "\n"));

    List<String> changes = Breaking.between(read(API), read(changed));

    assertEquals(List.of(), changes);
  }

  @Test
  void the_same_breaks_nothing() throws JsonProcessingException {
    assertEquals(List.of(), Breaking.between(read(API), read(API)));
  }

  private static JsonNode read(String yaml) throws JsonProcessingException {
    return new ObjectMapper(new YAMLFactory()).readTree(yaml);
  }
}
