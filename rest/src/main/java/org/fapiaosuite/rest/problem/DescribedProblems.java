package org.fapiaosuite.rest.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/**
 * Describes the problems that follow from the form of an operation, so that no resource repeats
 * them, and the body of every problem. What follows from the subject, such as a conflict, the
 * resource says itself.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 1)
public final class DescribedProblems implements OASFilter {
  /** What SmallRye writes by itself, without a body. */
  private static final Set<String> WITHOUT_BODY =
      Set.of("Bad Request", "Not Authorized", "Not Allowed");

  @Override
  public void filterOpenAPI(OpenAPI api) {
    for (StandardProblem problem : StandardProblem.values()) {
      api.getComponents().addResponse(problem.slug(), withBody(described(problem)));
    }
    for (PathItem path : api.getPaths().getPathItems().values()) {
      for (Operation operation : path.getOperations().values()) {
        complete(operation, problemsOf(path, operation));
      }
    }
  }

  private static Set<StandardProblem> problemsOf(PathItem path, Operation operation) {
    Set<StandardProblem> problems = new TreeSet<>();
    problems.add(StandardProblem.NOT_ACCEPTABLE);
    problems.add(StandardProblem.UNAVAILABLE);
    if (operation.getRequestBody() != null) {
      problems.add(StandardProblem.UNREADABLE);
      problems.add(StandardProblem.TOO_LARGE);
      problems.add(StandardProblem.UNSUPPORTED_MEDIA_TYPE);
      problems.add(StandardProblem.VALIDATION);
    }
    List<Parameter> parameters = new ArrayList<>(listed(path.getParameters()));
    parameters.addAll(listed(operation.getParameters()));
    for (Parameter parameter : parameters) {
      if (parameter.getIn() == Parameter.In.PATH) {
        problems.add(StandardProblem.NOT_FOUND);
      } else {
        problems.add(StandardProblem.UNREADABLE);
        problems.add(StandardProblem.VALIDATION);
      }
      if ("If-Match".equals(parameter.getName())) {
        problems.add(StandardProblem.PRECONDITION_FAILED);
        problems.add(StandardProblem.PRECONDITION_REQUIRED);
      }
    }
    return problems;
  }

  private static void complete(Operation operation, Set<StandardProblem> problems) {
    APIResponses responses = operation.getResponses();
    for (StandardProblem problem : problems) {
      String status = String.valueOf(problem.status());
      if (!responses.hasAPIResponse(status)) {
        responses.addAPIResponse(status, OASFactory.createAPIResponse());
      }
    }
    responses
        .getAPIResponses()
        .forEach(
            (status, response) -> {
              if (status.startsWith("4") || status.startsWith("5")) {
                complete(status, response);
              }
            });
  }

  private static void complete(String status, APIResponse response) {
    String description = response.getDescription();
    if (description == null || WITHOUT_BODY.contains(description)) {
      StandardProblem problem = StandardProblem.ofStatus(Integer.parseInt(status));
      response.description(null).setRef("#/components/responses/" + problem.slug());
    } else if (response.getContent() == null) {
      withBody(response);
    }
  }

  private static APIResponse described(StandardProblem problem) {
    return OASFactory.createAPIResponse().description(ProblemTexts.title(problem, Locale.ENGLISH));
  }

  private static APIResponse withBody(APIResponse response) {
    Schema problem = OASFactory.createSchema().ref("#/components/schemas/HttpProblem");
    MediaType body = OASFactory.createMediaType().schema(problem);
    return response.content(
        OASFactory.createContent().addMediaType("application/problem+json", body));
  }

  private static List<Parameter> listed(@Nullable List<Parameter> parameters) {
    return parameters == null ? List.of() : parameters;
  }
}
