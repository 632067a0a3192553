package org.fapiaosuite.account.emailchange.rest;

import static org.fapiaosuite.account.profile.RoleNames.CUSTOMER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import org.fapiaosuite.account.emailchange.EmailChangeDesk;
import org.fapiaosuite.account.limit.CallerAddress;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.session.CurrentAccount;
import org.fapiaosuite.account.session.SignIn;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.rest.problem.ProblemException;

/** Changing the address an account signs in with. */
@Path("/api/v1/account/email-changes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EmailChangesResource {

  private final EmailChangeDesk desk;
  private final CurrentAccount current;
  private final SignIn signIn;
  private final CallerAddress address;

  EmailChangesResource(
      EmailChangeDesk desk, CurrentAccount current, SignIn signIn, CallerAddress address) {
    this.desk = desk;
    this.current = current;
    this.signIn = signIn;
    this.address = address;
  }

  /**
   * The address wished for.
   *
   * @param newEmail where the confirmation goes; no other account may have it. Example: {@code
   *     fapiao@contoso.example}.
   * @param password the present one, once more: a session alone is not enough to take an account
   *     over. Example: {@code correct horse battery}.
   */
  public record ChangeEmailRequest(
      @NotNull @MailAddress String newEmail, @NotBlank String password) {}

  /**
   * Asks for another address.
   *
   * <p>A mail with a link goes to the new address; the account keeps the old one until the link is
   * used (POST /api/v1/email-changes/confirmations). The answer is the same when the address
   * belongs to another account, so that nobody learns that.
   *
   * @throws ProblemException 401 when the password is wrong: {@code credentials-refused}
   * @throws ProblemException 429 when passwords were wrong too often; wait as long as {@code
   *     Retry-After} says
   */
  @POST
  @RolesAllowed(CUSTOMER)
  @Operation(operationId = "changeEmail", summary = "Ask for another e-mail address")
  @APIResponse(responseCode = "202", description = "Accepted; the new address is asked to confirm.")
  public Response change(@Valid ChangeEmailRequest request) {
    Account account = current.account();
    signIn.confirm(account, request.password(), address.get());
    desk.wish(account.id(), EmailAddress.of(request.newEmail()));
    return Response.accepted().build();
  }
}
