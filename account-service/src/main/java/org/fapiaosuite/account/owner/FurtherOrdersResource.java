package org.fapiaosuite.account.owner;

import static org.fapiaosuite.account.profile.RoleNames.CUSTOMER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.fapiaosuite.account.claim.ClaimDesk;
import org.fapiaosuite.account.order.ValidOrderNumber;
import org.fapiaosuite.account.session.CurrentAccount;
import org.fapiaosuite.kernel.OrderNumber;
import org.jspecify.annotations.Nullable;

/** Claiming a further order. */
@Path("/api/v1/account/orders")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class FurtherOrdersResource {

  private final ClaimDesk desk;
  private final CurrentAccount current;

  FurtherOrdersResource(ClaimDesk desk, CurrentAccount current) {
    this.desk = desk;
    this.current = current;
  }

  /**
   * A further order of the one who is signed in.
   *
   * @param orderNumber from the confirmation mail: 1 to 64 letters, digits, dots, underscores and
   *     hyphens. Example: {@code E0700K3M9Q}.
   * @param claimCode from the link in the confirmation mail; without it the payer is asked.
   *     Example: {@code 0ZW4-7KQM-2T9R}.
   */
  public record ClaimOrderRequest(
      @NotBlank @ValidOrderNumber String orderNumber, @Nullable @Size(max = 64) String claimCode) {}

  /**
   * Claims a further order.
   *
   * <p>With the claim code, or when the account has the payer's address, the order's bills appear
   * within seconds; otherwise the payer is asked by mail. The answer is always the same, whether
   * the order is known or not; GET /api/v1/account shows how far the claim has come.
   */
  @POST
  @RolesAllowed(CUSTOMER)
  @Operation(operationId = "claimOrder", summary = "Claim a further order")
  @APIResponse(
      responseCode = "202",
      description = "Accepted; always the same answer. The account shows the claim.")
  public Response claim(@Valid ClaimOrderRequest request) {
    desk.claim(
        current.account().id(),
        OrderNumber.of(request.orderNumber()).text(),
        desk.hashOfCode(request.claimCode()));
    return Response.accepted().build();
  }
}
