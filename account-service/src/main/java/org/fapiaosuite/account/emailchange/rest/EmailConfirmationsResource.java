package org.fapiaosuite.account.emailchange.rest;

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
import org.fapiaosuite.account.emailchange.EmailChangeDesk;
import org.fapiaosuite.rest.problem.ProblemException;

/** Confirming a new address from its own mailbox. */
@Path("/api/v1/email-changes/confirmations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EmailConfirmationsResource {

  private final EmailChangeDesk desk;

  EmailConfirmationsResource(EmailChangeDesk desk) {
    this.desk = desk;
  }

  /**
   * What proves that the new mailbox is one's own.
   *
   * @param token from the link in the mail, {@code /email-change#token=…}. Example: {@code
   *     5q3bXkzGd0mF1sV9}.
   */
  public record ConfirmEmailRequest(@NotBlank @Size(max = 200) String token) {}

  /**
   * Confirms a new address from its own mailbox.
   *
   * <p>From then on the account signs in with it. Needs no access token; repeated, nothing changes.
   *
   * @throws ProblemException 422 when the link is not valid (any more): {@code link-not-valid}
   */
  @POST
  @PermitAll
  @Operation(operationId = "confirmEmailChange", summary = "Confirm the new address")
  @APIResponse(responseCode = "204", description = "The account has the new address.")
  public void confirm(@Valid ConfirmEmailRequest request) {
    desk.confirm(request.token());
  }
}
