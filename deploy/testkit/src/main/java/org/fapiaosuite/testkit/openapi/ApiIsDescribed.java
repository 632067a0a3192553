package org.fapiaosuite.testkit.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a module's OpenApiTest implements once its API is described as a whole. */
public interface ApiIsDescribed {

  /** Descriptions come from Javadoc; the README of {@code rest} says how they are written. */
  @Test
  default void everythingHasADescriptionAndAnExample() throws IOException {
    Description description = Description.of(EveryExchangeIsDescribed.DOCUMENT);
    System.out.println(description.table());
    assertEquals("", String.join("\n", description.missing()), "without description or example");
  }

  /** So that one client can have them all. */
  @Test
  default void operationIdsAreUniqueAcrossServices() throws IOException {
    Map<String, List<String>> places = new TreeMap<>();
    try (Stream<Path> modules = Files.list(Path.of(".."))) {
      for (Path module : modules.sorted().toList()) {
        Path document = module.resolve(EveryExchangeIsDescribed.DOCUMENT);
        if (Files.exists(document)) {
          collect(module.getFileName().toString(), Description.read(document), places);
        }
      }
    }
    List<String> repeated =
        places.entrySet().stream()
            .filter(id -> id.getValue().size() > 1)
            .map(id -> id.getKey() + " in " + id.getValue())
            .toList();
    assertEquals(List.of(), repeated);
  }

  /** No cookie and no signature has a role: who reads the document must send the right thing. */
  @Test
  default void rolesAreThoseOfAnAccessToken() throws IOException {
    List<String> others = new ArrayList<>();
    for (JsonNode requirements :
        Description.read(EveryExchangeIsDescribed.DOCUMENT).findValues("security")) {
      for (JsonNode requirement : requirements) {
        requirement
            .properties()
            .forEach(
                scheme -> {
                  if (!scheme.getValue().isEmpty() && !scheme.getKey().equals("bearer")) {
                    others.add(scheme.getKey() + " " + scheme.getValue());
                  }
                });
      }
    }
    assertEquals(List.of(), others);
  }

  /** Words beside a reference are the operation's instead of those that all share. */
  @Test
  default void whatAllShareIsNotSaidInTheWordsOfOne() throws IOException {
    List<String> reworded = new ArrayList<>();
    for (JsonNode operation :
        Description.read(EveryExchangeIsDescribed.DOCUMENT).findParents("operationId")) {
      operation
          .path("responses")
          .properties()
          .forEach(
              answer -> {
                if (answer.getValue().has("$ref") && answer.getValue().has("description")) {
                  reworded.add(operation.path("operationId").asText() + " " + answer.getKey());
                }
              });
    }
    assertEquals(List.of(), reworded);
  }

  private static void collect(String module, JsonNode api, Map<String, List<String>> places) {
    for (JsonNode id : api.findValues("operationId")) {
      places.computeIfAbsent(id.asText(), first -> new ArrayList<>()).add(module);
    }
  }
}
