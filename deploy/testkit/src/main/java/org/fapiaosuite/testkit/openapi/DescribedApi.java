package org.fapiaosuite.testkit.openapi;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.restassured.RestAssuredRequest;
import com.atlassian.oai.validator.restassured.RestAssuredResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The API as its OpenAPI document describes it. As a filter of RestAssured it fails the test that
 * gets an answer of another status, content type or form than described, or a good answer to a
 * request that the description forbids. A refused request may be as wrong as the test wants. Only
 * whether a token was sent is not checked: RestAssured adds it behind every filter.
 */
final class DescribedApi implements Filter {
  /** What Quarkus adds, and what services tell each other only. */
  private static final List<String> UNDESCRIBED = List.of("/q/", "/internal/");

  /** Dead letters and the audit trail are described where the gateway serves them. */
  private static final Pattern AT_THE_GATEWAY =
      Pattern.compile("/api/v1/(?:ops/[^/]+|service-centre)(/(?:dead-letters|audit)(?:/.*)?)");

  private final OpenApiInteractionValidator description;
  private final DescribedOperations operations;
  private final DescribedHeaders headers;
  private final AnsweredStatuses answered;

  private DescribedApi(
      OpenApiInteractionValidator description,
      DescribedOperations operations,
      AnsweredStatuses answered) {
    this.description = description;
    this.operations = operations;
    this.headers = new DescribedHeaders(operations);
    this.answered = answered;
  }

  static DescribedApi in(Path document, AnsweredStatuses answered) throws IOException {
    ObjectNode api = (ObjectNode) Description.read(document);
    ObjectNode paths = JsonNodeFactory.instance.objectNode();
    api.path("paths")
        .properties()
        .forEach(path -> paths.set(asServed(path.getKey()), path.getValue()));
    api.set("paths", paths);
    return new DescribedApi(
        OpenApiInteractionValidator.createForInlineApiSpecification(asOpenApi30(api.deepCopy()))
            .withLevelResolver(
                LevelResolver.create()
                    .withLevel("validation.request.security", ValidationReport.Level.IGNORE)
                    .build())
            .build(),
        new DescribedOperations(api),
        answered);
  }

  private static String asServed(String path) {
    Matcher gateway = AT_THE_GATEWAY.matcher(path);
    return gateway.matches() ? "/api/v1" + gateway.group(1) : path;
  }

  /**
   * The library reads OpenAPI 3.1 and then checks no type in it. The only things of 3.1 that our
   * documents use are {@code examples} of schemas and the licence's identifier; should there be
   * more, it refuses the document.
   */
  private static String asOpenApi30(ObjectNode api) {
    api.put("openapi", "3.0.3");
    ((ObjectNode) api.path("info")).remove("license");
    removeExamples(api);
    return api.toString();
  }

  private static void removeExamples(JsonNode node) {
    if (node instanceof ObjectNode object && object.path("examples").isArray()) {
      object.remove("examples");
    }
    node.forEach(DescribedApi::removeExamples);
  }

  @Override
  public Response filter(
      FilterableRequestSpecification asked,
      FilterableResponseSpecification expected,
      FilterContext context) {
    Response response = context.next(asked, expected);
    Request request = RestAssuredRequest.of(asked);
    if (UNDESCRIBED.stream().noneMatch(request.getPath()::startsWith)) {
      check(request, response);
      operations
          .at(request.getMethod().name(), request.getPath())
          .map(operation -> operation.path("operationId").asText())
          .ifPresent(id -> answered.add(id, response.statusCode()));
    }
    return response;
  }

  private void check(Request request, Response response) {
    int status = response.statusCode();
    ValidationReport report =
        description.validateResponse(
            request.getPath(), request.getMethod(), RestAssuredResponse.of(response));
    if (status < 300) {
      report = report.merge(description.validateRequest(request));
    }
    List<String> errors =
        report.getMessages().stream()
            .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
            .filter(message -> !isAbsent(message, status))
            .map(message -> message.getKey() + ": " + message.getMessage())
            .collect(Collectors.toCollection(ArrayList::new));
    errors.addAll(headers.errors(request.getMethod().name(), request.getPath(), response));
    if (!errors.isEmpty()) {
      throw new AssertionError(
          "%s %s, answered with %d, is not as described: %s"
              .formatted(request.getMethod(), request.getPath(), status, errors));
    }
  }

  /** What the description does not know must not be there. */
  private static boolean isAbsent(ValidationReport.Message message, int status) {
    return switch (message.getKey()) {
      case "validation.request.path.missing" -> status == 404;
      case "validation.request.operation.notAllowed" -> status == 405;
      default -> false;
    };
  }
}
