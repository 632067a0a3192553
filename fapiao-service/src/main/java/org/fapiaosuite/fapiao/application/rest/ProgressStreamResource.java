package org.fapiaosuite.fapiao.application.rest;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.fapiao.access.CallerWatch;
import org.fapiaosuite.fapiao.access.Customer;
import org.fapiaosuite.fapiao.application.Applications;
import org.fapiaosuite.fapiao.progress.ProgressEntry;
import org.fapiaosuite.fapiao.progress.ProgressFeed;
import org.fapiaosuite.fapiao.progress.ProgressListener;
import org.fapiaosuite.fapiao.progress.rest.ProgressView;
import org.fapiaosuite.rest.language.CallerLanguage;
import org.fapiaosuite.rest.problem.ProblemException;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** Progress as it happens, as server-sent events: one event {@code progress} a step. */
@Path("/api/v1/applications/{id}/progress/stream")
@RolesAllowed("CUSTOMER")
@Tag(name = "Applications")
public class ProgressStreamResource {

  private static final Duration RETRY = Duration.ofSeconds(5);

  private final Applications applications;
  private final ProgressFeed feed;
  private final Customer customer;
  private final CallerLanguage language;
  private final CallerWatch watch;

  ProgressStreamResource(
      Applications applications,
      ProgressFeed feed,
      Customer customer,
      CallerLanguage language,
      CallerWatch watch) {
    this.applications = applications;
    this.feed = feed;
    this.customer = customer;
    this.language = language;
    this.watch = watch;
  }

  /**
   * Follows an application: every step so far, then each new one as it happens (server-sent
   * events).
   *
   * <p>Each step is an event named {@code progress} with an {@code id} and a {@code ProgressStep}
   * as its data. A comment is sent when nothing has happened for about 15 seconds. The stream ends
   * after about five minutes; connect again after five seconds ({@code retry}), with a fresh access
   * token if need be and the last {@code id} as {@code Last-Event-ID}.
   *
   * @param id the id of an application of the caller
   * @param lastEventId the {@code id} of the last event that was received, up to 18 digits; only
   *     the steps after it are sent. Example: {@code 4711}.
   * @throws ProblemException 422 when {@code Last-Event-ID} is not an id of this stream: {@code
   *     validation}
   * @throws ProblemException 503 when too many are followed at present: {@code unavailable}
   */
  @GET
  @Blocking
  @Transactional
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(operationId = "streamProgress", summary = "Follow the progress of an application")
  @APIResponse(
      responseCode = "200",
      description = "The steps, one event each.",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(implementation = ProgressView.Step.class)))
  public void stream(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) @Nullable String lastEventId,
      @Context SseEventSink sink,
      @Context Sse sse,
      @Context HttpServerResponse answer) {
    if (!applications.isOf(customer, id)) {
      throw StandardProblem.NOT_FOUND.with();
    }
    answer.putHeader("X-Accel-Buffering", "no"); // nginx and its kin pass each event on at once
    Locale locale = language.locale();
    if (!feed.follow(
        id, seen(lastEventId), new Listener(sink, sse, locale, watch.stillSignedIn()))) {
      throw StandardProblem.UNAVAILABLE.with().retryAfter(RETRY);
    }
  }

  private static long seen(@Nullable String lastEventId) {
    if (lastEventId == null) {
      return 0;
    }
    if (!lastEventId.matches("\\d{1,18}")) {
      throw StandardProblem.VALIDATION.with().violation("Last-Event-ID", "violation.value");
    }
    return Long.parseLong(lastEventId);
  }

  private record Listener(SseEventSink sink, Sse sse, Locale locale, BooleanSupplier signedIn)
      implements ProgressListener {

    @Override
    public boolean mayListen() {
      return signedIn.getAsBoolean();
    }

    @Override
    public boolean next(ProgressEntry entry) {
      return send(
          sse.newEventBuilder()
              .id(Long.toString(entry.seq()))
              .name("progress")
              .reconnectDelay(RETRY.toMillis())
              .mediaType(MediaType.APPLICATION_JSON_TYPE)
              .data(ProgressView.Step.class, ProgressView.Step.of(entry, locale))
              .build());
    }

    @Override
    public boolean alive() {
      return send(sse.newEventBuilder().comment("alive").build());
    }

    @Override
    public void close() {
      if (!sink.isClosed()) {
        sink.close();
      }
    }

    private boolean send(OutboundSseEvent event) {
      if (sink.isClosed()) {
        return false;
      }
      try {
        sink.send(event);
        return true;
      } catch (IllegalStateException closedMeanwhile) {
        return false;
      }
    }
  }
}
