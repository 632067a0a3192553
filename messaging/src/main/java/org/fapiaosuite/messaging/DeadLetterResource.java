package org.fapiaosuite.messaging;

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
import jakarta.ws.rs.NotFoundException;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What staff do about events that were set aside: look, send again, discard with a reason. */
@Path("/api/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dead letters")
public class DeadLetterResource {
  private final DeadLetters deadLetters;

  DeadLetterResource(DeadLetters deadLetters) {
    this.deadLetters = deadLetters;
  }

  /**
   * An event that was set aside, without its payload, which may hold personal data.
   *
   * @param state PARKED (tried again at {@code nextAttemptAt}), DEAD or DISCARDED
   * @param error the class of the last failure
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
      @Nullable Instant nextAttemptAt) {

    static DeadLetterView of(DeadLetters.Entry entry) {
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
          entry.nextAttemptAt());
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
    List<DeadLetters.Entry> page =
        deadLetters.page(
            DeadLetters.State.valueOf(state.name()),
            cursor == null ? Long.MAX_VALUE : cursor,
            limit);
    return new DeadLetterPage(
        page.stream().map(DeadLetterView::of).toList(),
        page.size() == limit ? String.valueOf(page.get(limit - 1).id()) : null);
  }

  @POST
  @Path("/{id}/redrive")
  @RolesAllowed({"LEAD", "ADMIN"})
  @Operation(operationId = "redriveDeadLetter", summary = "Have the event handled again, now")
  public void redrive(@PathParam("id") long id) throws SQLException {
    if (deadLetters.redrive(id) == 0) {
      throw new NotFoundException();
    }
  }

  @DELETE
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"LEAD", "ADMIN"})
  @Operation(operationId = "discardDeadLetter", summary = "Throw the event away, with a reason")
  public void discard(
      @PathParam("id") long id,
      @Valid @NotNull DiscardRequest request,
      @Context SecurityContext caller)
      throws SQLException {
    String by = caller.getUserPrincipal().getName();
    if (deadLetters.discard(id, by, request.reason()) == 0) {
      throw new NotFoundException();
    }
  }
}
