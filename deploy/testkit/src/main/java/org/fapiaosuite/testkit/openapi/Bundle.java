package org.fapiaosuite.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes one API document of those of the services. What several of them declare alike stands there
 * once; what has one name and different contents gets the service's name before its own.
 */
public final class Bundle {

  private static final YAMLMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .build());

  private static final String PROBLEM = "HttpProblem";

  /** By the service's name, as it begins the name of what is its own. */
  private final Map<String, ObjectNode> documents;

  private Bundle(Map<String, ObjectNode> documents) {
    this.documents = documents;
  }

  /** Writes the bundle: {@code <file to write> <openapi.yaml>...}. */
  public static void main(String... arguments) throws IOException {
    List<Path> files = Arrays.stream(arguments).map(Path::of).toList();
    write(files.get(0), of(files.subList(1, files.size())));
  }

  static void write(Path target, JsonNode document) throws IOException {
    Files.createDirectories(target.toAbsolutePath().getParent());
    Files.writeString(target, YAML.writeValueAsString(document));
  }

  /** One document of several, each in the folder of its service. */
  public static JsonNode of(List<Path> files) throws IOException {
    Map<String, ObjectNode> documents = new LinkedHashMap<>();
    for (Path file : files) {
      documents.put(serviceOf(file), (ObjectNode) Description.read(file));
    }
    return new Bundle(documents).made();
  }

  /** {@code order-sync-service/openapi.yaml} is of OrderSync. */
  private static String serviceOf(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    String folder = absolute.getName(absolute.getNameCount() - 2).toString();
    StringBuilder name = new StringBuilder();
    for (String word : folder.replaceFirst("-service$", "").split("-", -1)) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return name.toString();
  }

  private ObjectNode made() {
    joinProblems();
    Set<String> different = different();
    ObjectNode bundle = YAML.createObjectNode();
    ObjectNode first = documents.values().iterator().next();
    bundle.set("openapi", first.path("openapi"));
    bundle.set("info", info(first));
    bundle.set("servers", first.path("servers"));
    bundle.set("tags", tags());
    Map<String, JsonNode> paths = new TreeMap<>();
    Map<String, Map<String, JsonNode>> components = new TreeMap<>();
    documents.forEach(
        (service, document) -> {
          rename(document, service, different);
          document.path("paths").properties().forEach(path -> add(paths, path));
          document
              .path("components")
              .properties()
              .forEach(
                  section ->
                      section
                          .getValue()
                          .properties()
                          .forEach(
                              component ->
                                  components
                                      .computeIfAbsent(section.getKey(), key -> new TreeMap<>())
                                      .putIfAbsent(
                                          named(
                                              section.getKey(),
                                              component.getKey(),
                                              service,
                                              different),
                                          component.getValue())));
        });
    bundle.set("paths", YAML.valueToTree(paths));
    bundle.set("components", YAML.valueToTree(components));
    return bundle;
  }

  private static void add(Map<String, JsonNode> paths, Map.Entry<String, JsonNode> path) {
    if (paths.put(path.getKey(), path.getValue()) != null) {
      throw new IllegalStateException("two services have " + path.getKey());
    }
  }

  /** Every service has problems of its own, and one body for all of them. */
  private void joinProblems() {
    Set<String> types = new TreeSet<>();
    Set<String> meanings = new TreeSet<>();
    String introduction = "";
    for (ObjectNode document : documents.values()) {
      JsonNode type = problemType(document);
      type.path("enum").forEach(urn -> types.add(urn.asText()));
      List<String> lines = type.path("description").asText().lines().toList();
      introduction = lines.get(0);
      lines.stream().filter(line -> line.startsWith("- ")).forEach(meanings::add);
    }
    for (ObjectNode document : documents.values()) {
      ObjectNode type = (ObjectNode) problemType(document);
      type.put("description", introduction + "\n\n" + String.join("\n", meanings));
      ArrayNode all = type.putArray("enum");
      types.forEach(all::add);
    }
  }

  private static JsonNode problemType(ObjectNode document) {
    return document.at("/components/schemas/" + PROBLEM + "/properties/type");
  }

  /** The components, as section and name, that are not the same wherever they are. */
  private Set<String> different() {
    Map<String, JsonNode> seen = new LinkedHashMap<>();
    Set<String> several = new HashSet<>();
    Set<String> different = new HashSet<>();
    forEachComponent(
        (place, component) -> {
          JsonNode shape = wordless(component);
          JsonNode other = seen.putIfAbsent(place, shape);
          if (other != null) {
            several.add(place);
            if (!other.equals(shape)) {
              different.add(place);
            }
          }
        });
    int before;
    do { // what refers to something different is different itself
      before = different.size();
      forEachComponent(
          (place, component) -> {
            if (several.contains(place)
                && component.findValuesAsText("$ref").stream()
                    .anyMatch(ref -> different.contains(placeOf(ref)))) {
              different.add(place);
            }
          });
    } while (different.size() > before);
    return different;
  }

  /** Without descriptions and examples: services may say the same in words of their own. */
  static JsonNode wordless(JsonNode node) {
    JsonNode copy = node.deepCopy();
    strip(copy);
    return copy;
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      if (object.path("description").isTextual()) {
        object.remove("description");
      }
      if (object.path("examples").isArray()) {
        object.remove("examples");
      }
    }
    node.forEach(Bundle::strip);
  }

  private interface Visitor {
    void visit(String place, JsonNode component);
  }

  private void forEachComponent(Visitor visitor) {
    for (ObjectNode document : documents.values()) {
      document
          .path("components")
          .properties()
          .forEach(
              section ->
                  section
                      .getValue()
                      .properties()
                      .forEach(
                          component ->
                              visitor.visit(
                                  section.getKey() + "/" + component.getKey(),
                                  component.getValue())));
    }
  }

  private static String placeOf(String reference) {
    return reference.substring("#/components/".length());
  }

  private static String named(String section, String name, String service, Set<String> different) {
    return different.contains(section + "/" + name) ? service + name : name;
  }

  private static void rename(JsonNode node, String service, Set<String> different) {
    JsonNode reference = node.path("$ref");
    if (node instanceof ObjectNode object && reference.isTextual()) {
      String place = placeOf(reference.asText());
      int slash = place.indexOf('/');
      object.set(
          "$ref",
          TextNode.valueOf(
              "#/components/"
                  + place.substring(0, slash + 1)
                  + named(
                      place.substring(0, slash), place.substring(slash + 1), service, different)));
    }
    node.forEach(inner -> rename(inner, service, different));
  }

  private ObjectNode info(ObjectNode first) {
    ObjectNode info = first.path("info").deepCopy();
    Set<String> paragraphs = new LinkedHashSet<>();
    for (ObjectNode document : documents.values()) {
      paragraphs.addAll(Arrays.asList(document.at("/info/description").asText().split("\n\n", -1)));
    }
    info.put("title", "Fapiao suite");
    info.put("description", String.join("\n\n", paragraphs));
    return info;
  }

  private ArrayNode tags() {
    Map<String, JsonNode> byName = new TreeMap<>();
    for (ObjectNode document : documents.values()) {
      document.path("tags").forEach(tag -> byName.putIfAbsent(tag.path("name").asText(), tag));
    }
    ArrayNode tags = YAML.createArrayNode();
    new ArrayList<>(byName.values()).forEach(tags::add);
    return tags;
  }
}
