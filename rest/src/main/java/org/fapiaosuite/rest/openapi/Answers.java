package org.fapiaosuite.rest.openapi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.fapiaosuite.rest.language.Translated;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

/**
 * Describes the answers of an operation: the good ones by {@code @return}, the problems of its
 * subject by {@code @throws ProblemException 409 when…}, and those that follow from its form by
 * themselves.
 */
final class Answers {

  private static final DotName TRANSLATED = DotName.createSimple(Translated.class);
  private static final DotName NEVER_ANSWERS = DotName.createSimple(NeverAnswers.class);

  private static final Pattern THROWN = Pattern.compile("(?s)([45]\\d\\d)\\s+(.+)");

  /** What SmallRye writes when nobody says anything. */
  private static final Set<String> EMPTY_WORDS = Set.of("OK", "Created", "Accepted", "No Content");

  /** What is saved as a file with a name. */
  private static final Set<String> DOCUMENTS =
      Set.of(
          "application/pdf",
          "text/csv",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private static final Map<String, String> PLAIN_WORDS =
      Map.of(
          "200", "As asked for.",
          "201", "Created.",
          "202", "Accepted; the rest happens later.",
          "204", "Done; there is nothing more to say.");

  private final Operations operations;
  private final Problems problems;
  private final Shared shared;

  Answers(Operations operations, Problems problems, Shared shared) {
    this.operations = operations;
    this.problems = problems;
    this.shared = shared;
  }

  void complete(Operation operation, Set<Problems.Common> byForm) {
    APIResponses responses = operation.getResponses();
    for (Map.Entry<String, APIResponse> answer :
        List.copyOf(responses.getAPIResponses().entrySet())) {
      if (isProblem(answer.getKey())) {
        responses.addAPIResponse(answer.getKey(), own(answer.getValue()));
      }
    }
    Map<String, StringBuilder> thrown = new LinkedHashMap<>();
    operations
        .of(operation)
        .ifPresent(
            method -> {
              Operations.javadoc(method)
                  .thrownBy(method.name())
                  .forEach(text -> collect(text, method, thrown));
              describeGood(responses, method);
            });
    Set<String> never = never(operation);
    for (Problems.Common problem : byForm) {
      if (!responses.hasAPIResponse(problem.status()) && !never.contains(problem.status())) {
        responses.addAPIResponse(problem.status(), OASFactory.createAPIResponse());
      }
    }
    for (String status : thrown.keySet()) {
      if (!responses.hasAPIResponse(status)) {
        responses.addAPIResponse(status, OASFactory.createAPIResponse());
      }
    }
    responses.getAPIResponses().forEach((status, answer) -> complete(status, answer, thrown));
    addLanguage(operation);
    responses.setAPIResponses(sorted(responses.getAPIResponses()));
  }

  private Set<String> never(Operation operation) {
    return operations
        .of(operation)
        .map(method -> method.annotation(NEVER_ANSWERS))
        .map(annotation -> Set.of(annotation.value().asStringArray()))
        .orElse(Set.of());
  }

  private static void collect(Text text, MethodInfo method, Map<String, StringBuilder> thrown) {
    Matcher status = THROWN.matcher(text.words());
    if (!status.matches()) {
      throw new IllegalStateException(
          "@throws of %s begins with no status: %s".formatted(method, text.words()));
    }
    Text words = Text.of(status.group(2));
    StringBuilder all = thrown.computeIfAbsent(status.group(1), first -> new StringBuilder());
    all.append(all.isEmpty() ? "" : "\n\n").append(words.words());
  }

  private static void describeGood(APIResponses responses, MethodInfo method) {
    Text returned = Operations.javadoc(method).text(method.name() + ".return");
    responses
        .getAPIResponses()
        .forEach(
            (status, answer) -> {
              if (!status.startsWith("2")) {
                return;
              }
              String words = answer.getDescription();
              if (returned != null) {
                answer.setDescription(returned.words());
              } else if (words == null || EMPTY_WORDS.contains(words)) {
                answer.setDescription(PLAIN_WORDS.get(status));
              } else {
                answer.setDescription(Text.of(words).words());
              }
            });
  }

  private static boolean isProblem(String status) {
    return status.startsWith("4") || status.startsWith("5");
  }

  /** SmallRye gives all guarded operations one and the same 401 and 403. */
  private static APIResponse own(APIResponse answer) {
    return OASFactory.createAPIResponse()
        .description(answer.getDescription())
        .headers(answer.getHeaders())
        .content(answer.getContent());
  }

  private void complete(String status, APIResponse answer, Map<String, StringBuilder> thrown) {
    if (isProblem(status)) {
      StringBuilder words = thrown.get(status);
      problems.complete(status, answer, words == null ? null : words.toString());
    } else {
      shared.declare(answer);
      answer.addHeader("RateLimit", shared.header("RateLimit"));
      answer.addHeader("RateLimit-Policy", shared.header("RateLimit-Policy"));
      if (isDocument(answer)) {
        answer.addHeader("Content-Disposition", shared.header("Content-Disposition"));
      }
    }
  }

  private static boolean isDocument(APIResponse answer) {
    return answer.getContent() != null
        && !Collections.disjoint(answer.getContent().getMediaTypes().keySet(), DOCUMENTS);
  }

  /** Adds what a representation with a version carries. */
  void addVersion(Operation operation) {
    operation
        .getResponses()
        .getAPIResponses()
        .forEach(
            (status, answer) -> {
              if (hasJson(answer) || status.equals("304")) {
                answer.addHeader("ETag", shared.header("ETag"));
                answer.addHeader("Content-Language", shared.header("Content-Language"));
              }
            });
  }

  /** Adds the language to what {@link Translated} answers. */
  private void addLanguage(Operation operation) {
    if (operations.of(operation).filter(method -> method.hasAnnotation(TRANSLATED)).isPresent()) {
      operation
          .getResponses()
          .getAPIResponses()
          .forEach(
              (status, answer) -> {
                if (status.startsWith("2")) {
                  answer.addHeader("Content-Language", shared.header("Content-Language"));
                }
              });
    }
  }

  void addLocation(Operation operation) {
    APIResponse created = operation.getResponses().getAPIResponse("201");
    if (created != null) {
      created.addHeader("Location", shared.header("Location"));
    }
  }

  private static boolean hasJson(APIResponse answer) {
    return answer.getContent() != null
        && answer.getContent().getMediaTypes().containsKey("application/json");
  }

  /** The schema of the good answer's JSON; a schema without reference when there is none. */
  static Schema goodSchema(Operation operation) {
    return operation.getResponses().getAPIResponses().entrySet().stream()
        .filter(answer -> answer.getKey().startsWith("2") && hasJson(answer.getValue()))
        .map(answer -> answer.getValue().getContent().getMediaType("application/json").getSchema())
        .findFirst()
        .orElseGet(OASFactory::createSchema);
  }

  private static Map<String, APIResponse> sorted(Map<String, APIResponse> responses) {
    return new TreeMap<>(responses);
  }
}
