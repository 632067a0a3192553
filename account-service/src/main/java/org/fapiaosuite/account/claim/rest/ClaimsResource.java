package org.fapiaosuite.account.claim.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.fapiaosuite.account.claim.ClaimDesk;

/** The payer approves what somebody else claims. */
@Path("/api/v1/claims")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ClaimsResource {

  private final ClaimDesk desk;

  ClaimsResource(ClaimDesk desk) {
    this.desk = desk;
  }

  /** The token of the mail that asked the payer. */
  public record ApproveClaimRequest(@NotBlank @Size(max = 200) String token) {}

  @POST
  @Path("/approvals")
  @PermitAll
  @Operation(operationId = "approveClaim", summary = "The payer approves a claim")
  @APIResponse(responseCode = "204", description = "Approved")
  public void approve(@Valid ApproveClaimRequest request) {
    desk.approve(request.token());
  }
}
