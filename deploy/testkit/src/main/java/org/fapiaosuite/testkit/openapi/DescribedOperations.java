package org.fapiaosuite.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the description of what was asked. */
final class DescribedOperations {
  private final JsonNode api;

  DescribedOperations(JsonNode api) {
    this.api = api;
  }

  /** The operation at a path as it was asked for; of several templates the most literal one. */
  Optional<JsonNode> at(String method, String path) {
    return api.path("paths").properties().stream()
        .filter(template -> matches(template.getKey(), path))
        .min(
            Comparator.comparingLong(
                template -> template.getKey().chars().filter(c -> c == '{').count()))
        .map(Map.Entry::getValue)
        .map(item -> item.path(method.toLowerCase(Locale.ROOT)))
        .filter(operation -> !operation.isMissingNode());
  }

  /** The node, or what it refers to within the document. */
  JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : api.at(reference.substring(1));
  }

  private static boolean matches(String template, String path) {
    StringBuilder regex = new StringBuilder();
    for (String segment : template.split("/", -1)) {
      regex.append(regex.isEmpty() ? "" : "/");
      regex.append(segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment));
    }
    return path.matches(regex.toString());
  }
}
