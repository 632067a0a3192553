package org.fapiaosuite.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  private final DescribedOperations operations;

  DescribedHeaders(DescribedOperations operations) {
    this.operations = operations;
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
    return operations
        .at(method, path)
        .map(operation -> operation.path("responses").path(String.valueOf(status)))
        .map(operations::resolved)
        .filter(answer -> !answer.isMissingNode());
  }
}
