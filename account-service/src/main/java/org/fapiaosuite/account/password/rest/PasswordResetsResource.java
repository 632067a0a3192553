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

/** A forgotten password. */
@Path("/api/v1/password-resets")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PasswordResetsResource {

  private final MailRequestDesk mails;

  PasswordResetsResource(MailRequestDesk mails) {
    this.mails = mails;
  }

  /** The address one signs in with. */
  public record ResetPasswordRequest(@NotNull @MailAddress String email) {}

  @POST
  @PermitAll
  @Operation(operationId = "resetPassword", summary = "Mail me a temporary password")
  @APIResponse(responseCode = "202", description = "Always the same, whatever is known")
  public Response reset(@Valid ResetPasswordRequest request) {
    mails.receive(MailRequestKind.TEMPORARY_PASSWORD, EmailAddress.of(request.email()));
    return Response.accepted().build();
  }
}
