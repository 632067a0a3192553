package org.fapiaosuite.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What of an API document is described, and what is not. */
public final class Description {

  /** What is looked at. */
  enum Part {
    OPERATION,
    PARAMETER,
    PARAMETER_EXAMPLE,
    SCHEMA,
    PROPERTY,
    PROPERTY_EXAMPLE,
    ENUM_VALUE,
    STATUS,
    HEADER
  }

  /** What SmallRye writes where nobody says anything. */
  private static final Set<String> NO_WORDS =
      Set.of("OK", "Created", "Accepted", "No Content", "Bad Request", "Not Authorized");

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private final JsonNode api;
  private final Map<Part, Integer> described = new EnumMap<>(Part.class);
  private final Map<Part, Integer> undescribed = new EnumMap<>(Part.class);
  private final List<String> missing = new ArrayList<>();

  private Description(JsonNode api) {
    this.api = api;
  }

  static Description of(Path document) throws IOException {
    Description description = new Description(read(document));
    description.readOperations();
    description.readSchemas();
    return description;
  }

  /** The document as a tree. */
  public static JsonNode read(Path document) throws IOException {
    return new ObjectMapper(new YAMLFactory()).readTree(Files.readString(document));
  }

  /** Prints the counts of each document named, and what has no description. */
  public static void main(String... documents) throws IOException {
    for (String document : documents) {
      System.out.println(document);
      Description description = of(Path.of(document));
      System.out.print(description.table());
      description.missing().forEach(System.out::println);
    }
  }

  /** One line a part: how many have a description, how many have none. */
  String table() {
    StringBuilder table = new StringBuilder("%-18s %9s %7s%n".formatted("", "described", "not"));
    for (Part part : Part.values()) {
      table.append(
          "%-18s %9d %7d%n"
              .formatted(
                  part.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                  described.getOrDefault(part, 0),
                  undescribed.getOrDefault(part, 0)));
    }
    return table.toString();
  }

  /** Everything without a description, by what it is and where it stands. */
  List<String> missing() {
    return missing;
  }

  private void readOperations() {
    api.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          if (METHODS.contains(operation.getKey())) {
                            readOperation(
                                operation.getKey() + " " + path.getKey(), operation.getValue());
                          }
                        }));
  }

  private void readOperation(String place, JsonNode operation) {
    count(Part.OPERATION, place, hasWords(operation) && operation.hasNonNull("summary"));
    for (JsonNode reference : operation.path("parameters")) {
      JsonNode parameter = resolved(reference);
      String name = place + " " + parameter.path("name").asText();
      count(Part.PARAMETER, name, hasWords(parameter));
      count(Part.PARAMETER_EXAMPLE, name, hasExample(parameter.path("schema")));
      readEnum(name, parameter, parameter.path("schema"));
    }
    operation
        .path("responses")
        .properties()
        .forEach(
            answer -> {
              JsonNode response = resolved(answer.getValue());
              String status = place + " " + answer.getKey();
              count(Part.STATUS, status, hasWords(response));
              response
                  .path("headers")
                  .properties()
                  .forEach(
                      header ->
                          count(
                              Part.HEADER,
                              status + " " + header.getKey(),
                              hasWords(resolved(header.getValue()))));
            });
  }

  private void readSchemas() {
    api.path("components")
        .path("schemas")
        .properties()
        .forEach(
            schema -> {
              count(Part.SCHEMA, schema.getKey(), hasWords(schema.getValue()));
              readEnum(schema.getKey(), schema.getValue(), schema.getValue());
              readProperties(schema.getKey(), schema.getValue());
            });
  }

  private void readProperties(String place, JsonNode schema) {
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              String name = place + "." + property.getKey();
              count(Part.PROPERTY, name, hasWords(property.getValue()));
              count(Part.PROPERTY_EXAMPLE, name, hasExample(property.getValue()));
              if (!place.equals("HttpProblem")) {
                readEnum(name, property.getValue(), property.getValue());
              }
              readProperties(name, property.getValue());
            });
  }

  private void readEnum(String place, JsonNode described, JsonNode schema) {
    for (JsonNode value : schema.path("enum")) {
      boolean explained =
          described.path("description").asText().contains("`" + value.asText() + "`");
      count(Part.ENUM_VALUE, place + " " + value.asText(), explained);
    }
  }

  /** Whether a value can be shown: an own example, or one of what it is made of. */
  private boolean hasExample(JsonNode schema) {
    if (schema.has("examples") || schema.has("example") || schema.has("enum")) {
      return true;
    }
    if (schema.has("$ref")) {
      return hasExample(resolved(schema));
    }
    for (JsonNode part : schema.path("allOf")) {
      if (hasExample(part)) {
        return true;
      }
    }
    return switch (schema.path("type").asText()) {
      case "boolean" -> true;
      case "array" -> hasExample(schema.path("items"));
      case "object" -> schema.has("properties");
      default -> false;
    };
  }

  private static boolean hasWords(JsonNode node) {
    String words = node.path("description").asText();
    return !words.isBlank() && !NO_WORDS.contains(words);
  }

  private void count(Part part, String place, boolean isDescribed) {
    if (isDescribed) {
      described.merge(part, 1, Integer::sum);
    } else {
      undescribed.merge(part, 1, Integer::sum);
      missing.add(part + " " + place);
    }
  }

  private JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : api.at(reference.substring(1));
  }
}
