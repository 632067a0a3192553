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
import org.fapiaosuite.rest.problem.ProblemException;

/** What a payer decides about an order that somebody else claims. */
@Path("/api/v1/claims")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ClaimsResource {

  private final ClaimDesk desk;

  ClaimsResource(ClaimDesk desk) {
    this.desk = desk;
  }

  /**
   * The payer's approval.
   *
   * @param token from the link in the mail that asked the payer, {@code /claims#token=…}. Example:
   *     {@code 5q3bXkzGd0mF1sV9}.
   */
  public record ApproveClaimRequest(@NotBlank @Size(max = 200) String token) {}

  /**
   * Approves that somebody else sees and invoices an order.
   *
   * <p>The account that claimed the order is linked with its customer; its bills appear there
   * within seconds. Needs no access token: whoever reads the payer's mail may approve.
   *
   * @throws ProblemException 422 when the link is not valid (any more): {@code link-not-valid}
   */
  @POST
  @Path("/approvals")
  @PermitAll
  @Operation(operationId = "approveClaim", summary = "Approve a claim as the payer")
  @APIResponse(responseCode = "204", description = "Approved; the claimant has access now.")
  public void approve(@Valid ApproveClaimRequest request) {
    desk.approve(request.token());
  }
}
