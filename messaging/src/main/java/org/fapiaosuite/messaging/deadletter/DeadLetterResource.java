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
import org.fapiaosuite.audit.AuditTrail;
import org.fapiaosuite.audit.Audited;
import org.fapiaosuite.rest.paging.Page;
import org.fapiaosuite.rest.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Events that a service could not handle. Staff look at them, have them handled again, or discard
 * them with a reason: that takes two people, one who asks and another who agrees.
 */
@Path("/api/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dead letters")
public class DeadLetterResource {
  private final DeadLetterDesk desk;
  private final AuditTrail trail;

  DeadLetterResource(DeadLetterDesk desk, AuditTrail trail) {
    this.desk = desk;
    this.trail = trail;
  }

  /**
   * An event that was set aside, without its payload, which may hold personal data.
   *
   * @param id of the entry. Example: {@code 17}.
   * @param consumer who could not handle it. Example: {@code account-orders}.
   * @param eventId of the event (CloudEvents {@code id}), or its position in the topic when it
   *     could not be read. Example: {@code 01a22530-7f3c-7e51-9f0d-3a5f0c9b1d22}.
   * @param type of the event. Example: {@code order.paid.v1}.
   * @param source who sent the event. Example: {@code order-sync-service}.
   * @param state PARKED (tried again at {@code nextAttemptAt}), DEAD or DISCARDED. Example: {@code
   *     DEAD}.
   * @param attempts how often it was tried. Example: {@code 8}.
   * @param error the class of the last failure. Example: {@code java.sql.SQLException}.
   * @param firstSeenAt when it came first
   * @param setAsideAt when it was set aside
   * @param nextAttemptAt when it is tried again; only while it is parked
   * @param discard who asked that it be discarded; absent when nobody did
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
   * The request to discard an event, and who agreed.
   *
   * @param askedBy account of who asked. Example: {@code 01a22530-7f3c-7e51-9f0d-3a5f0c9b1d22}.
   * @param askedAt when they asked
   * @param reason why. Example: {@code Test order, refunded by hand}.
   * @param approvedBy account of who agreed; absent until somebody has. Example: {@code
   *     01a22531-08b2-7f0a-8d11-5be2f07c4a90}.
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

  /**
   * One page of events that were set aside, newest first.
   *
   * @param items at most {@code limit} of them
   * @param nextCursor where the next page begins; absent on the last. Example: {@code 16}.
   */
  public record DeadLetterPage(List<DeadLetterView> items, @Nullable String nextCursor) {}

  /**
   * Why an event may be discarded.
   *
   * @param reason for whoever is to agree; at most 500 characters. Example: {@code Test order,
   *     refunded by hand}.
   */
  public record DiscardRequest(@NotBlank @Size(max = 500) String reason) {}

  /** Which events to list. */
  public enum Show {
    /** Failed, and tried again by itself. */
    PARKED,
    /** Failed for good; somebody has to decide. */
    DEAD,
    /** Discarded by two people. */
    DISCARDED
  }

  /**
   * Lists the events that could not be handled, newest first.
   *
   * @param state which of them. Example: {@code DEAD}.
   * @return one page
   */
  @GET
  @RolesAllowed({"LEAD", "ADMIN", "AUDITOR"})
  @Audited
  @Operation(operationId = "listDeadLetters", summary = "List the dead letters")
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
    return trail
        .shown(
            Page.of(limit, page, letter -> String.valueOf(letter.id()), DeadLetterView::of),
            DeadLetterView::id)
        .as(DeadLetterPage::new);
  }

  /**
   * Shows one event that could not be handled.
   *
   * @param id of the entry, from the list. Example: {@code 17}.
   * @return the event, without its payload
   */
  @GET
  @Path("/{id}")
  @RolesAllowed({"LEAD", "ADMIN", "AUDITOR"})
  @Audited
  @Operation(operationId = "getDeadLetter", summary = "Get a dead letter")
  public DeadLetterView get(@PathParam("id") long id) throws SQLException {
    return DeadLetterView.of(desk.get(id));
  }

  /**
   * Has the event handled again, within seconds; it leaves the list once that succeeds.
   *
   * @param id of the entry, from the list. Example: {@code 17}.
   * @return the event, parked for its next try
   * @throws ProblemException 409 when it was discarded: {@code dead-letter-discarded}
   */
  @POST
  @Path("/{id}/redrive")
  @RolesAllowed({"LEAD", "ADMIN"})
  @Audited
  @Operation(operationId = "redriveDeadLetter", summary = "Handle a dead letter again")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DeadLetterView.class)))
  public DeadLetterView redrive(@PathParam("id") long id, @Context SecurityContext caller)
      throws SQLException {
    return DeadLetterView.of(desk.redrive(id, name(caller)));
  }

  /**
   * Asks, with a reason, that the event be discarded; somebody else has to agree. Where somebody
   * has asked before, or it was discarded already, nothing changes.
   *
   * @param id of the entry, from the list. Example: {@code 17}.
   * @return the event, with the request
   */
  @DELETE
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"LEAD", "ADMIN"})
  @Audited
  @Operation(operationId = "discardDeadLetter", summary = "Ask to discard a dead letter")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DeadLetterView.class)))
  public DeadLetterView discard(
      @PathParam("id") long id,
      @Valid @NotNull DiscardRequest request,
      @Context SecurityContext caller)
      throws SQLException {
    return DeadLetterView.of(desk.askDiscard(id, name(caller), request.reason()));
  }

  /**
   * Agrees that the event be discarded. Where it was discarded already, nothing changes.
   *
   * @param id of the entry, from the list. Example: {@code 17}.
   * @return the event, discarded
   * @throws ProblemException 403 for whoever asked: {@code four-eyes}; and for an account without
   *     the role
   * @throws ProblemException 409 when nobody has asked: {@code discard-not-asked}
   */
  @POST
  @Path("/{id}/discard-approval")
  @RolesAllowed({"LEAD", "ADMIN"})
  @Audited
  @Operation(operationId = "approveDeadLetterDiscard", summary = "Agree to discard a dead letter")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DeadLetterView.class)))
  public DeadLetterView approveDiscard(@PathParam("id") long id, @Context SecurityContext caller)
      throws SQLException {
    return DeadLetterView.of(desk.approveDiscard(id, name(caller)));
  }

  private static String name(SecurityContext caller) {
    return caller.getUserPrincipal().getName();
  }
}
