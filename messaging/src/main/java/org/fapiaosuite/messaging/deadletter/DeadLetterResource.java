package org.fapiaosuite.messaging.deadletter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.rest.paging.Page;
import org.jspecify.annotations.Nullable;

/**
 * What staff do about events that were set aside: look, send again, discard with a reason. Throwing
 * one away takes two of them: one asks, another agrees.
 */
@Path("/api/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dead letters")
public class DeadLetterResource {
  private final DeadLetterDesk desk;

  DeadLetterResource(DeadLetterDesk desk) {
    this.desk = desk;
  }

  /**
   * An event that was set aside, without its payload, which may hold personal data.
   *
   * @param state PARKED (tried again at {@code nextAttemptAt}), DEAD or DISCARDED
   * @param error the class of the last failure
   * @param discard who asked that it be thrown away; absent when nobody did
   */
  public record DeadLetterView(
      String id,
      String consumer,
      String eventId,
      String type,
      String source,
      String state,
      int attempts,
      String error,
      Instant firstSeenAt,
      Instant setAsideAt,
      @Nullable Instant nextAttemptAt,
      @Nullable DiscardView discard) {

    static DeadLetterView of(DeadLetter entry) {
      return new DeadLetterView(
          String.valueOf(entry.id()),
          entry.consumer(),
          entry.eventId(),
          entry.type(),
          entry.source(),
          entry.state().name(),
          entry.attempts(),
          entry.error(),
          entry.firstSeenAt(),
          entry.setAsideAt(),
          entry.nextAttemptAt(),
          DiscardView.of(entry));
    }
  }

  /**
   * The wish to throw an event away, and who agreed.
   *
   * @param approvedBy absent until somebody else has agreed
   */
  public record DiscardView(
      String askedBy, Instant askedAt, String reason, @Nullable String approvedBy) {

    static @Nullable DiscardView of(DeadLetter entry) {
      DeadLetter.DiscardRequest request = entry.discard();
      return request == null
          ? null
          : new DiscardView(request.by(), request.at(), request.reason(), entry.discardedBy());
    }
  }

  /** One page, newest first; {@code nextCursor} is absent on the last. */
  public record DeadLetterPage(List<DeadLetterView> items, @Nullable String nextCursor) {}

  /** Why an event may be thrown away. */
  public record DiscardRequest(@NotBlank @Size(max = 500) String reason) {}

  /** Which events to list. */
  public enum Show {
    PARKED,
    DEAD,
    DISCARDED
  }

  @GET
  @RolesAllowed({"LEAD", "ADMIN", "AUDITOR"})
  @Operation(operationId = "listDeadLetters", summary = "Events that could not have their effect")
  public DeadLetterPage list(
      @QueryParam("state") @DefaultValue("DEAD") Show state,
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Min(1) @Nullable Long cursor)
      throws SQLException {
    List<DeadLetter> page =
        desk.page(
            DeadLetter.State.valueOf(state.name()),
            cursor == null ? Long.MAX_VALUE : cursor,
            limit + 1);
    return Page.of(limit, page, letter -> String.valueOf(letter.id()), DeadLetterView::of)
        .as(DeadLetterPage::new);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({"LEAD", "ADMIN", "AUDITOR"})
  @Operation(operationId = "getDeadLetter", summary = "One of them")
  public DeadLetterView get(@PathParam("id") long id) throws SQLException {
    return DeadLetterView.of(desk.get(id));
  }

  @POST
  @Path("/{id}/redrive")
  @RolesAllowed({"LEAD", "ADMIN"})
  @Operation(operationId = "redriveDeadLetter", summary = "Have the event handled again, now")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DeadLetterView.class)))
  @APIResponse(responseCode = "409")
  public DeadLetterView redrive(@PathParam("id") long id, @Context SecurityContext caller)
      throws SQLException {
    return DeadLetterView.of(desk.redrive(id, name(caller)));
  }

  @DELETE
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"LEAD", "ADMIN"})
  @Operation(
      operationId = "discardDeadLetter",
      summary = "Ask, with a reason, that the event be thrown away")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DeadLetterView.class)))
  @APIResponse(responseCode = "409")
  public DeadLetterView discard(
      @PathParam("id") long id,
      @Valid @NotNull DiscardRequest request,
      @Context SecurityContext caller)
      throws SQLException {
    return DeadLetterView.of(desk.askDiscard(id, name(caller), request.reason()));
  }

  @POST
  @Path("/{id}/discard-approval")
  @RolesAllowed({"LEAD", "ADMIN"})
  @Operation(
      operationId = "approveDiscard",
      summary = "Agree that the event be thrown away; not by whoever asked")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DeadLetterView.class)))
  @APIResponse(responseCode = "409")
  public DeadLetterView approveDiscard(@PathParam("id") long id, @Context SecurityContext caller)
      throws SQLException {
    return DeadLetterView.of(desk.approveDiscard(id, name(caller)));
  }

  private static String name(SecurityContext caller) {
    return caller.getUserPrincipal().getName();
  }
}
