package org.fapiaosuite.account.registration.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.fapiaosuite.account.registration.ActivationDesk;
import org.fapiaosuite.kernel.EmailAddress;

/** Activating an account, and asking for the activation mail once more (seed rows F4, F5). */
@Path("/api/v1/activations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ActivationsResource {

  private final ActivationDesk desk;
  private final MailRequestDesk mails;

  ActivationsResource(ActivationDesk desk, MailRequestDesk mails) {
    this.desk = desk;
    this.mails = mails;
  }

  /** The token behind {@code /activate#token=}. */
  public record ActivateRequest(@NotBlank @Size(max = 200) String token) {}

  /** The address somebody registered with. */
  public record ResendRequest(@NotNull @MailAddress String email) {}

  @POST
  @PermitAll
  @Operation(operationId = "activate", summary = "Activate the account")
  @APIResponse(responseCode = "204", description = "The account is active")
  public void activate(@Valid ActivateRequest request) {
    desk.activate(request.token());
  }

  @POST
  @Path("/resend")
  @PermitAll
  @Operation(operationId = "resendActivation", summary = "Send the activation mail again")
  @APIResponse(responseCode = "202", description = "Always the same, whatever is known")
  public Response resend(@Valid ResendRequest request) {
    mails.receive(MailRequestKind.ACTIVATION, EmailAddress.of(request.email()));
    return Response.accepted().build();
  }
}
