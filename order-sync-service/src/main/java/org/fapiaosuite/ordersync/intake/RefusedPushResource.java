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
import org.fapiaosuite.rest.paging.Cursor;
import org.fapiaosuite.rest.paging.Page;
import org.fapiaosuite.rest.paging.PageRequest;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** What the platforms pushed that could not be true, for staff. */
@Path("/api/v1/order-sync/refused-pushes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sync status")
public class RefusedPushResource {
  private final RefusedPushes pushes;

  RefusedPushResource(RefusedPushes pushes) {
    this.pushes = pushes;
  }

  /**
   * A refused push.
   *
   * @param field path of the value at fault; empty when the whole could not be read
   * @param reason why it cannot be
   * @param body as it was pushed; left out in lists
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

  @GET
  @RolesAllowed({"CLERK", "LEAD", "ADMIN", "AUDITOR"})
  @Operation(operationId = "listRefusedPushes", summary = "Refused pushes, newest first")
  public Page<RefusedPushView> list(@Valid @BeanParam PageRequest page) {
    return Page.of(
        page,
        pushes.page(page.from(Cursor.NEWEST), page.limit()),
        push -> new Cursor(push.receivedAt(), push.id()),
        push -> RefusedPushView.of(push, null));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({"LEAD", "ADMIN"})
  @Operation(operationId = "getRefusedPush", summary = "One refused push with its body")
  public RefusedPushView get(@PathParam("id") UUID id) {
    RefusedPush push = pushes.findByIdOptional(id).orElseThrow(StandardProblem.NOT_FOUND::with);
    return RefusedPushView.of(push, new String(push.body(), StandardCharsets.UTF_8));
  }
}
