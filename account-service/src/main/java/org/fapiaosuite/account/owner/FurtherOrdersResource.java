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
   * @param claimCode of the confirmation mail's link; without it the payer is asked
   */
  public record ClaimOrderRequest(
      @NotBlank @ValidOrderNumber String orderNumber, @Nullable @Size(max = 64) String claimCode) {}

  @POST
  @RolesAllowed(CUSTOMER)
  @Operation(operationId = "claimOrder", summary = "Claim a further order")
  @APIResponse(responseCode = "202", description = "Always the same; the account shows the claim")
  public Response claim(@Valid ClaimOrderRequest request) {
    desk.claim(
        current.account().id(),
        OrderNumber.of(request.orderNumber()).text(),
        desk.hashOfCode(request.claimCode()));
    return Response.accepted().build();
  }
}
