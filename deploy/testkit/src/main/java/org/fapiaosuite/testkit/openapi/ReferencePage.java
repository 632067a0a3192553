package org.fapiaosuite.testkit.openapi;

import static org.fapiaosuite.testkit.openapi.Markup.blocks;
import static org.fapiaosuite.testkit.openapi.Markup.escaped;
import static org.fapiaosuite.testkit.openapi.Markup.inline;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Makes a page of an API document, to be read: without a script, so that any browser shows it. */
public final class ReferencePage {

  private static final String STYLE =
      """
      body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:0 auto;padding:1rem}
      table{border-collapse:collapse;width:100%;margin:.5rem 0}
      th,td{border-bottom:1px solid #8885;padding:.3rem .5rem;text-align:left;vertical-align:top}
      code{font-size:.95em;overflow-wrap:anywhere}
      h3{margin-top:2.5rem} h4{margin:1rem 0 0} nav ul{columns:20rem}
      """;

  private final JsonNode api;
  private final StringBuilder html = new StringBuilder();

  private ReferencePage(JsonNode api) {
    this.api = api;
  }

  /** Writes the page: {@code <file to write> <openapi.yaml>}. */
  public static void main(String... arguments) throws IOException {
    Files.writeString(Path.of(arguments[0]), of(Description.read(Path.of(arguments[1]))));
  }

  static String of(JsonNode api) {
    return new ReferencePage(api).made();
  }

  private record Operation(String method, String path, JsonNode described) {
    String id() {
      return described.path("operationId").asText();
    }
  }

  private String made() {
    Map<String, List<Operation>> byTag = byTag();
    html.append("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
        .append(escaped(api.at("/info/title").asText()))
        .append(": the API</title>\n<style nonce=\"__CSP_NONCE__\">\n")
        .append(STYLE)
        .append("</style>\n<h1>")
        .append(escaped(api.at("/info/title").asText()))
        .append(": the API</h1>\n<p>The same for programs: <a href=\"/api/openapi.yaml\">")
        .append("openapi.yaml</a> (OpenAPI 3.1). How to begin is told in the ")
        .append("<a href=\"/docs\">guide</a>.</p>\n");
    contents(byTag);
    html.append("<main>\n").append(blocks(api.at("/info/description").asText()));
    byTag.forEach(
        (tag, operations) -> {
          html.append("<h2 id=\"%s\">%s</h2>\n".formatted(anchor(tag), escaped(tag)));
          html.append(blocks(wordsOf(tag)));
          operations.forEach(this::operation);
        });
    html.append("<h2 id=\"schemas\">Schemas</h2>\n");
    api.at("/components/schemas").properties().forEach(this::schema);
    return html.append("</main>\n").toString();
  }

  private Map<String, List<Operation>> byTag() {
    Map<String, List<Operation>> byTag = new TreeMap<>();
    for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (operation.getValue().has("operationId")) {
          byTag
              .computeIfAbsent(
                  operation.getValue().path("tags").path(0).asText(), tag -> new ArrayList<>())
              .add(new Operation(operation.getKey(), path.getKey(), operation.getValue()));
        }
      }
    }
    return byTag;
  }

  private String wordsOf(String tag) {
    for (JsonNode described : api.path("tags")) {
      if (described.path("name").asText().equals(tag)) {
        return described.path("description").asText();
      }
    }
    return "";
  }

  private void contents(Map<String, List<Operation>> byTag) {
    html.append("<nav aria-label=\"Contents\"><ul>\n");
    byTag
        .keySet()
        .forEach(
            tag ->
                html.append(
                    "<li><a href=\"#%s\">%s</a></li>\n".formatted(anchor(tag), escaped(tag))));
    html.append("<li><a href=\"#schemas\">Schemas</a></li>\n</ul></nav>\n");
  }

  private void operation(Operation operation) {
    JsonNode described = operation.described();
    html.append(
        "<h3 id=\"%s\"><code>%s %s</code> %s</h3>\n"
            .formatted(
                operation.id(),
                operation.method().toUpperCase(Locale.ROOT),
                escaped(operation.path()),
                inline(described.path("summary").asText())));
    html.append(blocks(described.path("description").asText()));
    html.append("<p>").append(access(described)).append("</p>\n");
    if (!described.path("parameters").isEmpty()) {
      html.append("<h4>Parameters</h4>\n<table>\n");
      described.path("parameters").forEach(parameter -> parameter(resolved(parameter)));
      html.append("</table>\n");
    }
    described
        .path("requestBody")
        .path("content")
        .properties()
        .forEach(
            type ->
                html.append(
                    "<h4>Body</h4>\n<p><code>%s</code>: %s</p>\n"
                        .formatted(
                            escaped(type.getKey()), typeOf(type.getValue().path("schema")))));
    html.append("<h4>Answers</h4>\n<table>\n");
    described.path("responses").properties().forEach(this::answer);
    html.append("</table>\n");
  }

  private static String access(JsonNode operation) {
    if (!operation.has("security")) {
      return "Needs no access token.";
    }
    List<String> ways = new ArrayList<>();
    for (JsonNode requirement : operation.path("security")) {
      for (Map.Entry<String, JsonNode> scheme : requirement.properties()) {
        List<String> roles = new ArrayList<>();
        scheme.getValue().forEach(role -> roles.add(role.asText()));
        ways.add(
            "<code>%s</code>%s"
                .formatted(
                    escaped(scheme.getKey()),
                    roles.isEmpty() ? "" : " of " + escaped(String.join(", ", roles))));
      }
    }
    return "Needs " + String.join(", or ", ways) + ".";
  }

  private void parameter(JsonNode parameter) {
    row(
        "<code>%s</code>%s"
            .formatted(
                escaped(parameter.path("name").asText()),
                parameter.path("required").asBoolean() ? " (required)" : ""),
        escaped(parameter.path("in").asText()) + ", " + typeOf(parameter.path("schema")),
        inline(parameter.path("description").asText()));
  }

  private void answer(Map.Entry<String, JsonNode> answer) {
    JsonNode described = resolved(answer.getValue());
    List<String> contents = new ArrayList<>();
    described
        .path("content")
        .properties()
        .forEach(type -> contents.add(typeOf(type.getValue().path("schema"))));
    row(
        escaped(answer.getKey()),
        String.join("; ", contents),
        inline(described.path("description").asText()));
  }

  private void schema(Map.Entry<String, JsonNode> schema) {
    html.append("<h3 id=\"schema-%1$s\">%1$s</h3>\n".formatted(escaped(schema.getKey())));
    html.append(blocks(schema.getValue().path("description").asText()));
    if (schema.getValue().path("properties").isEmpty()) {
      return;
    }
    List<String> required = new ArrayList<>();
    schema.getValue().path("required").forEach(name -> required.add(name.asText()));
    html.append("<table>\n");
    schema
        .getValue()
        .path("properties")
        .properties()
        .forEach(
            property ->
                row(
                    "<code>%s</code>%s"
                        .formatted(
                            escaped(property.getKey()),
                            required.contains(property.getKey()) ? "" : " (optional)"),
                    typeOf(property.getValue()),
                    inline(property.getValue().path("description").asText())));
    html.append("</table>\n");
  }

  private void row(String first, String second, String third) {
    html.append("<tr><th scope=\"row\">%s<td>%s<td>%s\n".formatted(first, second, third));
  }

  private static String typeOf(JsonNode schema) {
    if (schema.has("$ref")) {
      String reference = schema.path("$ref").asText();
      String name = reference.substring(reference.lastIndexOf('/') + 1);
      return "<a href=\"#schema-%1$s\">%1$s</a>".formatted(escaped(name));
    }
    if (schema.has("items")) {
      return "list of " + typeOf(schema.path("items"));
    }
    for (JsonNode part : schema.path("allOf")) {
      return typeOf(part);
    }
    String format = schema.path("format").asText();
    return escaped(schema.path("type").asText("any") + (format.isEmpty() ? "" : ", " + format));
  }

  private static String anchor(String tag) {
    return "tag-" + tag.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  private JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : api.at(reference.substring(1));
  }
}
