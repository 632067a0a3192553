package org.fapiaosuite.account.password.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.fapiaosuite.account.address.MailAddress;
import org.fapiaosuite.account.mailrequest.MailRequestDesk;
import org.fapiaosuite.account.mailrequest.MailRequestKind;
import org.fapiaosuite.kernel.EmailAddress;

/** Temporary passwords for those who forgot theirs. */
@Path("/api/v1/password-resets")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PasswordResetsResource {

  private final MailRequestDesk mails;

  PasswordResetsResource(MailRequestDesk mails) {
    this.mails = mails;
  }

  /**
   * Whose password was forgotten.
   *
   * @param email the address one signs in with. Example: {@code finance@contoso.example}.
   */
  public record ResetPasswordRequest(@NotNull @MailAddress String email) {}

  /**
   * Mails a temporary password.
   *
   * <p>The answer is always the same, whether there is such an account or not. Whoever signs in
   * with the temporary password can do one thing: set a new one (PUT /api/v1/account/password).
   */
  @POST
  @PermitAll
  @Operation(operationId = "resetPassword", summary = "Mail a temporary password")
  @APIResponse(
      responseCode = "202",
      description = "Accepted; always the same answer, whatever is known of the address.")
  public Response reset(@Valid ResetPasswordRequest request) {
    mails.receive(MailRequestKind.TEMPORARY_PASSWORD, EmailAddress.of(request.email()));
    return Response.accepted().build();
  }
}
