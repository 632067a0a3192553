package org.fapiaosuite.ordersync.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.ordersync.fact.UnacceptableException;
import org.fapiaosuite.ordersync.platform.PushNotVerifiedException;
import org.fapiaosuite.ordersync.platform.UnreadablePushException;
import org.fapiaosuite.ordersync.problem.Problem;
import org.fapiaosuite.rest.openapi.NeverAnswers;
import org.fapiaosuite.rest.problem.ProblemException;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** Where payment platforms push their events to. The signature stands for an access token. */
@Path("/api/v1/platforms/{platform}/events")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Platform pushes")
public class PushResource {
  private static final int LARGEST_PUSH = 256 * 1024;

  private final PushIntake intake;

  PushResource(PushIntake intake) {
    this.intake = intake;
  }

  /**
   * What became of a push.
   *
   * @param outcome in one word
   */
  record PushAnswer(IntakeResult.Outcome outcome) {}

  /**
   * What became of one event of a batch.
   *
   * @param id of the event. Example: {@code msg_2KWPBgLlAfxdpx2AI54}.
   * @param status the HTTP status it would have been answered with alone. Example: {@code 200}.
   * @param outcome in one word
   * @param field the value that was not acceptable. Example: {@code data.amount.value}.
   * @param reason why it was not. Example: {@code AMOUNT}.
   */
  record EventAnswer(
      String id,
      int status,
      IntakeResult.Outcome outcome,
      @Nullable String field,
      @Nullable String reason) {}

  /**
   * What became of the events of a batch.
   *
   * @param items in the order of the events
   */
  record BatchAnswer(List<EventAnswer> items) {}

  /**
   * Takes one event of a payment platform (Standard Webhooks 1.0.0), of at most 256 KiB.
   *
   * <p>The headers {@code webhook-id}, {@code webhook-timestamp} and {@code webhook-signature}
   * prove who sent it. Events are {@code order.paid} and {@code order.refunded}; other types are
   * taken and ignored. Repeat a push under the same id until it is answered with 200: it counts
   * once.
   *
   * @param platform the name it is configured under; an unknown one is not verified. Example:
   *     {@code default}.
   * @return what became of it
   * @throws ProblemException 401 when the envelope is not verified: a header is missing, the time
   *     is off, or no active key made the signature: {@code push-not-verified}
   * @throws ProblemException 409 when the id was accepted before with another body: {@code
   *     push-changed}
   */
  @POST
  @NeverAnswers("404")
  @Operation(operationId = "pushEvent", summary = "Push an event")
  @APIResponseSchema(value = PushAnswer.class, responseDescription = "OK", responseCode = "200")
  public PushAnswer push(
      @PathParam("platform") String platform,
      @Context HttpHeaders headers,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema =
                          @Schema(
                              type = SchemaType.OBJECT,
                              additionalProperties = Schema.True.class)))
          byte[] body) {
    if (body.length > LARGEST_PUSH) {
      throw StandardProblem.TOO_LARGE.with();
    }
    try {
      IntakeResult result = intake.take(platform, all(headers), body);
      return new PushAnswer(accepted(result));
    } catch (PushNotVerifiedException e) {
      throw Problem.PUSH_NOT_VERIFIED.with();
    }
  }

  /**
   * Takes up to 100 events, signed as one push of at most 1 MiB.
   *
   * <p>The body is {@code {"events":[{"id":"…","event":{…}}]}}. Each event is answered by itself.
   *
   * @param platform the name it is configured under; an unknown one is not verified. Example:
   *     {@code default}.
   * @return what became of each event
   * @throws ProblemException 401 when the envelope is not verified: {@code push-not-verified}
   */
  @POST
  @Path("/batch")
  @NeverAnswers({"404", "422"})
  @Operation(operationId = "pushEvents", summary = "Push several events")
  @APIResponseSchema(value = BatchAnswer.class, responseDescription = "OK", responseCode = "200")
  public BatchAnswer pushBatch(
      @PathParam("platform") String platform,
      @Context HttpHeaders headers,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema =
                          @Schema(
                              type = SchemaType.OBJECT,
                              additionalProperties = Schema.True.class)))
          byte[] body) {
    try {
      return new BatchAnswer(
          intake.takeBatch(platform, all(headers), body).stream()
              .map(PushResource::answer)
              .toList());
    } catch (PushNotVerifiedException e) {
      throw Problem.PUSH_NOT_VERIFIED.with();
    } catch (UnreadablePushException e) {
      throw StandardProblem.UNREADABLE.with();
    }
  }

  private static IntakeResult.Outcome accepted(IntakeResult result) {
    return switch (result.outcome()) {
      case ACCEPTED, IGNORED, DUPLICATE -> result.outcome();
      case CHANGED -> throw Problem.PUSH_CHANGED.with();
      case UNREADABLE -> throw StandardProblem.UNREADABLE.with();
      case REFUSED -> {
        UnacceptableException refusal = result.refusal();
        if (refusal == null) {
          throw StandardProblem.VALIDATION.with();
        }
        throw StandardProblem.VALIDATION
            .with()
            .violation(refusal.field(), refusal.reason().messageKey());
      }
    };
  }

  private static EventAnswer answer(IntakeResult result) {
    UnacceptableException refusal = result.refusal();
    return new EventAnswer(
        result.key().webhookId(),
        status(result.outcome()),
        result.outcome(),
        refusal == null ? null : refusal.field(),
        refusal == null ? null : refusal.reason().name());
  }

  private static int status(IntakeResult.Outcome outcome) {
    return switch (outcome) {
      case ACCEPTED, IGNORED, DUPLICATE -> 200;
      case CHANGED -> 409;
      case UNREADABLE -> 400;
      case REFUSED -> 422;
    };
  }

  private static Function<String, List<String>> all(HttpHeaders headers) {
    return name -> {
      List<String> values = headers.getRequestHeader(name);
      return values == null ? List.of() : values;
    };
  }
}
