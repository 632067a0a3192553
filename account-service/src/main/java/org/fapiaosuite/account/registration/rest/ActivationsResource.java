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
import org.fapiaosuite.rest.problem.ProblemException;

/** Activating an account, and asking for the activation mail once more. */
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

  /**
   * What proves that the mailbox is one's own.
   *
   * @param token from the link in the mail, {@code /activate#token=…}. Example: {@code
   *     5q3bXkzGd0mF1sV9}.
   */
  public record ActivateRequest(@NotBlank @Size(max = 200) String token) {}

  /**
   * Whose mail is to be sent again.
   *
   * @param email the address of the registration. Example: {@code finance@contoso.example}.
   */
  public record ResendRequest(@NotNull @MailAddress String email) {}

  /**
   * Activates an account, after which one can sign in.
   *
   * <p>The order of the registration is linked with the account, at once or when its payer agrees.
   * Needs no access token; repeated, the account stays active.
   *
   * @throws ProblemException 422 when the link is not valid (any more): {@code link-not-valid}
   */
  @POST
  @PermitAll
  @Operation(operationId = "activateAccount", summary = "Activate an account")
  @APIResponse(responseCode = "204", description = "The account is active.")
  public void activate(@Valid ActivateRequest request) {
    desk.activate(request.token());
  }

  /**
   * Sends the activation mail again.
   *
   * <p>The newest link counts. The answer is always the same, whether there is such a registration
   * or not.
   */
  @POST
  @Path("/resend")
  @PermitAll
  @Operation(operationId = "resendActivation", summary = "Send the activation mail again")
  @APIResponse(
      responseCode = "202",
      description = "Accepted; always the same answer, whatever is known of the address.")
  public Response resend(@Valid ResendRequest request) {
    mails.receive(MailRequestKind.ACTIVATION, EmailAddress.of(request.email()));
    return Response.accepted().build();
  }
}
