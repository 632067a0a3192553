package org.fapiaosuite.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The headers of an answer against the description. What a service sends must be described; ETag,
 * Location and cookies that are described must be sent. Rate limits are the gateway's.
 */
final class DescribedHeaders {

  /** Those a client goes by; what HTTP adds to every answer is not described. */
  private static final List<String> LOOKED_AT =
      List.of(
          "ETag",
          "Location",
          "Set-Cookie",
          "Retry-After",
          "Content-Language",
          "Content-Disposition",
          "WWW-Authenticate");

  private static final List<String> PROMISED = List.of("ETag", "Location");

  private final JsonNode api;

  DescribedHeaders(JsonNode api) {
    this.api = api;
  }

  /** What is wrong with the headers; empty when nothing is, or when nothing is described. */
  List<String> errors(String method, String path, Response response) {
    Optional<JsonNode> described = answer(method, path, response.statusCode());
    if (described.isEmpty()) {
      return List.of();
    }
    JsonNode headers = described.get().path("headers");
    List<String> errors = new ArrayList<>();
    for (String header : LOOKED_AT) {
      boolean sent = response.header(header) != null;
      if (sent && !headers.has(header)) {
        errors.add("the header " + header + " is not described");
      } else if (!sent && headers.has(header) && PROMISED.contains(header)) {
        errors.add("the header " + header + " is described, but was not sent");
      }
    }
    return errors;
  }

  private Optional<JsonNode> answer(String method, String path, int status) {
    return api.path("paths").properties().stream()
        .filter(template -> matches(template.getKey(), path))
        .min(
            Comparator.comparingLong(
                template -> template.getKey().chars().filter(c -> c == '{').count()))
        .map(Map.Entry::getValue)
        .map(item -> item.path(method.toLowerCase(Locale.ROOT)).path("responses"))
        .map(answers -> resolved(answers.path(String.valueOf(status))))
        .filter(answer -> !answer.isMissingNode());
  }

  private static boolean matches(String template, String path) {
    StringBuilder regex = new StringBuilder();
    for (String segment : template.split("/", -1)) {
      regex.append(regex.isEmpty() ? "" : "/");
      regex.append(segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment));
    }
    return path.matches(regex.toString());
  }

  private JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : api.at(reference.substring(1));
  }
}
