package org.fapiaosuite.ordersync.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.audit.AuditTrail;
import org.fapiaosuite.audit.Audited;
import org.fapiaosuite.ordersync.decision.ApprovalRequest;
import org.fapiaosuite.rest.paging.Cursor;
import org.fapiaosuite.rest.paging.Page;
import org.fapiaosuite.rest.paging.PageRequest;
import org.fapiaosuite.rest.problem.ProblemException;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** How far orders are in step with the platform, and what it pushed that could not be true. */
@Path("/api/v1/order-sync/refused-pushes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sync status")
public class RefusedPushResource {
  private final RefusedPushes pushes;
  private final RedriveDesk desk;
  private final AuditTrail trail;

  RefusedPushResource(RefusedPushes pushes, RedriveDesk desk, AuditTrail trail) {
    this.pushes = pushes;
    this.desk = desk;
    this.trail = trail;
  }

  /**
   * A refused push.
   *
   * @param id of the entry
   * @param platform who pushed it. Example: {@code default}.
   * @param webhookId of the push, as the platform names it. Example: {@code
   *     msg_2KWPBgLlAfxdpx2AI54}.
   * @param receivedAt when it came
   * @param field path of the value at fault; empty when the whole could not be read. Example:
   *     {@code data.amount.value}.
   * @param reason why it cannot be. Example: {@code AMOUNT}.
   * @param redrive who has it taken again; absent while nobody asked
   * @param body as it was pushed; left out in lists. Example: {@code pushed text}.
   */
  record RefusedPushView(
      UUID id,
      String platform,
      String webhookId,
      Instant receivedAt,
      String field,
      String reason,
      @Nullable RedriveView redrive,
      @Nullable String body) {

    static RefusedPushView of(RefusedPush push, @Nullable String body) {
      return new RefusedPushView(
          push.id(),
          push.platform(),
          push.webhookId(),
          push.receivedAt(),
          push.field(),
          push.reason(),
          RedriveView.of(push),
          body);
    }
  }

  /**
   * The request to take a push again, and who agreed.
   *
   * @param askedBy account of who asked. Example: {@code 01a22530-7f3c-7e51-9f0d-3a5f0c9b1d22}.
   * @param askedAt when they asked
   * @param approvedBy account of who agreed; absent until somebody has. Example: {@code
   *     01a22531-08b2-7f0a-8d11-5be2f07c4a90}.
   * @param doneAt when it was taken
   */
  record RedriveView(
      String askedBy, Instant askedAt, @Nullable String approvedBy, @Nullable Instant doneAt) {

    static @Nullable RedriveView of(RefusedPush push) {
      String askedBy = push.redriveAskedBy();
      Instant askedAt = push.redriveAskedAt();
      return askedBy == null || askedAt == null
          ? null
          : new RedriveView(askedBy, askedAt, push.redriveApprovedBy(), push.redrivenAt());
    }
  }

  /**
   * Lists pushes that were well signed, but cannot be true, newest first.
   *
   * @return one page, without the bodies
   */
  @GET
  @RolesAllowed({"CLERK", "LEAD", "ADMIN", "AUDITOR"})
  @Audited
  @Operation(operationId = "listRefusedPushes", summary = "List the refused pushes")
  public Page<RefusedPushView> list(@Valid @BeanParam PageRequest page) {
    return trail.shown(
        Page.of(
            page,
            pushes.page(page.from(Cursor.NEWEST), page.limit()),
            push -> new Cursor(push.receivedAt(), push.id()),
            push -> RefusedPushView.of(push, null)),
        RefusedPushView::id);
  }

  /**
   * Shows one refused push with its body.
   *
   * @param id of the entry, from the list
   * @return the push
   */
  @GET
  @Path("/{id}")
  @RolesAllowed({"LEAD", "ADMIN"})
  @Audited
  @Operation(operationId = "getRefusedPush", summary = "Get a refused push")
  public RefusedPushView get(@PathParam("id") UUID id) {
    RefusedPush push = pushes.findByIdOptional(id).orElseThrow(StandardProblem.NOT_FOUND::with);
    return RefusedPushView.of(push, new String(push.body(), StandardCharsets.UTF_8));
  }

  /**
   * Asks that a refused push be taken again, the same bytes that were verified when they came;
   * somebody else has to approve it. Asked again, nothing changes.
   *
   * @param id of the entry, from the list
   * @return the push, with the request
   * @throws ProblemException 409 when it was taken again before: {@code push-redriven}
   */
  @POST
  @Path("/{id}/redrive")
  @RolesAllowed({"CLERK", "LEAD"})
  @Audited
  @Operation(operationId = "askPushRedrive", summary = "Ask to take a refused push again")
  public RefusedPushView redrive(@PathParam("id") UUID id, @Context SecurityContext caller) {
    return RefusedPushView.of(desk.ask(id, name(caller)), null);
  }

  /**
   * Decides on the request to take a push again. Approved, it is taken at once.
   *
   * @param id of the entry, from the list
   * @return the push
   * @throws ProblemException 403 for whoever asked: {@code four-eyes}; and for an account without
   *     the role
   * @throws ProblemException 409 when nobody asked: {@code nothing-proposed}; when it is refused as
   *     it was: {@code push-still-refused}; when its id was accepted with another body: {@code
   *     push-changed}; when it was taken again before: {@code push-redriven}
   */
  @POST
  @Path("/{id}/approval")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("LEAD")
  @Audited
  @Operation(operationId = "decidePushRedrive", summary = "Decide on taking a push again")
  public RefusedPushView decide(
      @PathParam("id") UUID id,
      @NotNull @Valid ApprovalRequest request,
      @Context SecurityContext caller) {
    return RefusedPushView.of(desk.decide(id, request.approve(), name(caller)), null);
  }

  private static String name(SecurityContext caller) {
    return caller.getUserPrincipal().getName();
  }
}
