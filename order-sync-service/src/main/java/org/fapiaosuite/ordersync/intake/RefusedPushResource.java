package org.fapiaosuite.ordersync.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.audit.AuditTrail;
import org.fapiaosuite.audit.Audited;
import org.fapiaosuite.rest.paging.Cursor;
import org.fapiaosuite.rest.paging.Page;
import org.fapiaosuite.rest.paging.PageRequest;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** How far orders are in step with the platform, and what it pushed that could not be true. */
@Path("/api/v1/order-sync/refused-pushes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sync status")
public class RefusedPushResource {
  private final RefusedPushes pushes;
  private final AuditTrail trail;

  RefusedPushResource(RefusedPushes pushes, AuditTrail trail) {
    this.pushes = pushes;
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
   * @param body as it was pushed; left out in lists. Example: {@code pushed text}.
   */
  record RefusedPushView(
      UUID id,
      String platform,
      String webhookId,
      Instant receivedAt,
      String field,
      String reason,
      @Nullable String body) {

    static RefusedPushView of(RefusedPush push, @Nullable String body) {
      return new RefusedPushView(
          push.id(),
          push.platform(),
          push.webhookId(),
          push.receivedAt(),
          push.field(),
          push.reason(),
          body);
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
}
