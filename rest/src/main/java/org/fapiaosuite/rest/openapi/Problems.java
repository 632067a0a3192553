package org.fapiaosuite.rest.openapi;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * The problems that follow from the form of an operation, so that no resource repeats them, each
 * declared once. What follows from the subject, such as a conflict, the resource says itself.
 */
final class Problems {

  /** What SmallRye and Quarkus write by themselves, without a body. */
  private static final Set<String> WITHOUT_BODY =
      Set.of("Bad Request", "Not Authorized", "Not Allowed");

  private final Components components;
  private final Shared shared;

  Problems(Components components, Shared shared) {
    this.components = components;
    this.shared = shared;
  }

  /** A status that means the same everywhere, and what to do about it. */
  enum Common {
    UNREADABLE(
        "400",
        "The request cannot be read: its JSON, a parameter or a header is not of the form described"
            + " here. An unknown or repeated field is refused, too."),
    UNAUTHENTICATED(
        "401", "There is no access token, or it is expired or no longer valid. Sign in again."),
    FORBIDDEN("403", "The account has none of the roles that may do this."),
    NOT_FOUND("404", "There is no such thing, or it is not the caller's: both look the same."),
    NOT_ACCEPTABLE("406", "None of the media types in `Accept` is served here."),
    CONFLICT("409", "This is not possible in the present state; `state` names it where it helps."),
    GONE("410", "It was there and is not any more."),
    PRECONDITION_FAILED("412", "It was changed since it was read. Read it again, then decide."),
    TOO_LARGE("413", "The body is too large: 64 KiB, unless the operation says otherwise."),
    UNSUPPORTED_MEDIA_TYPE(
        "415", "The body is of a media type that is not taken here, or is compressed."),
    VALIDATION(
        "422", "The request was understood, but some values are not acceptable; see `violations`."),
    PRECONDITION_REQUIRED("428", "`If-Match` is missing. Send the resource's ETag in it."),
    TOO_MANY_REQUESTS("429", "A limit is reached. Wait as long as `Retry-After` says."),
    INTERNAL("500", "The failure is on this side, and recorded. Name the `traceId` when you ask."),
    BAD_GATEWAY(
        "502",
        "The service took the request but gave no usable answer. See whether it has had an effect"
            + " before you repeat it."),
    UNAVAILABLE(
        "503", "Something needed is not there for the moment. Nothing was changed; try again."),
    GATEWAY_TIMEOUT(
        "504",
        "The service did not answer in time. See whether the request has had an effect before you"
            + " repeat it.");

    private final String status;
    private final String words;

    Common(String status, String words) {
      this.status = status;
      this.words = words;
    }

    String status() {
      return status;
    }

    static Common of(String status) {
      for (Common problem : values()) {
        if (problem.status.equals(status)) {
          return problem;
        }
      }
      throw new IllegalStateException("no words for problems with status " + status);
    }
  }

  /** What every operation of this form may answer. */
  static Set<Common> of(PathItem path, PathItem.HttpMethod method, Operation operation) {
    Set<Common> problems =
        EnumSet.of(
            Common.UNREADABLE,
            Common.NOT_ACCEPTABLE,
            Common.TOO_MANY_REQUESTS,
            Common.INTERNAL,
            Common.BAD_GATEWAY,
            Common.UNAVAILABLE,
            Common.GATEWAY_TIMEOUT);
    if (operation.getRequestBody() != null) {
      problems.add(Common.TOO_LARGE);
      problems.add(Common.UNSUPPORTED_MEDIA_TYPE);
      problems.add(Common.VALIDATION);
    }
    for (Parameter parameter : parameters(path, operation)) {
      if (parameter.getIn() == Parameter.In.PATH) {
        problems.add(Common.NOT_FOUND);
      } else if (parameter.getIn() == Parameter.In.QUERY) {
        problems.add(Common.VALIDATION);
      } else if ("If-Match".equals(Shared.nameOf(parameter))) {
        problems.add(Common.PRECONDITION_FAILED);
        if (method == PathItem.HttpMethod.PUT || method == PathItem.HttpMethod.PATCH) {
          problems.add(Common.PRECONDITION_REQUIRED);
        }
      } else if ("Idempotency-Key".equals(Shared.nameOf(parameter))) {
        problems.add(Common.CONFLICT);
        problems.add(Common.VALIDATION);
      }
    }
    return problems;
  }

  /**
   * Completes an answer that is a problem.
   *
   * @param words what it means for this operation; null when it means what it always does
   */
  void complete(String status, APIResponse answer, @Nullable String words) {
    Common problem = Common.of(status);
    String said = answer.getDescription();
    if (words != null) {
      fill(answer, problem, words);
    } else if (said != null && !WITHOUT_BODY.contains(said)) {
      fill(answer, problem, Text.of(said).words());
    } else {
      if (components.getResponses() == null
          || !components.getResponses().containsKey(nameOf(problem))) {
        components.addResponse(
            nameOf(problem), fill(OASFactory.createAPIResponse(), problem, problem.words));
      }
      answer.description(null).content(null).setRef("#/components/responses/" + nameOf(problem));
    }
  }

  private APIResponse fill(APIResponse answer, Common problem, String words) {
    Schema body = OASFactory.createSchema().ref("#/components/schemas/HttpProblem");
    MediaType json = OASFactory.createMediaType().schema(body);
    Content content =
        answer.getContent() == null ? OASFactory.createContent() : answer.getContent();
    answer
        .description(words)
        .content(content.addMediaType("application/problem+json", json)); // beside a protocol's own
    answer.addHeader("Content-Language", shared.header("Content-Language"));
    answer.addHeader("RateLimit", shared.header("RateLimit"));
    answer.addHeader("RateLimit-Policy", shared.header("RateLimit-Policy"));
    switch (problem) {
      case TOO_MANY_REQUESTS, UNAVAILABLE ->
          answer.addHeader("Retry-After", shared.header("Retry-After"));
      case UNAUTHENTICATED ->
          answer.addHeader("WWW-Authenticate", shared.header("WWW-Authenticate"));
      default -> {
        // no header of its own
      }
    }
    return answer;
  }

  private static String nameOf(Common problem) {
    return problem.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static List<Parameter> parameters(PathItem path, Operation operation) {
    List<Parameter> parameters = new ArrayList<>();
    if (path.getParameters() != null) {
      parameters.addAll(path.getParameters());
    }
    if (operation.getParameters() != null) {
      parameters.addAll(operation.getParameters());
    }
    return parameters;
  }
}
