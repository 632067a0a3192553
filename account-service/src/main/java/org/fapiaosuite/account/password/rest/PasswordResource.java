package org.fapiaosuite.account.password.rest;

import static org.fapiaosuite.account.profile.RoleNames.ADMIN;
import static org.fapiaosuite.account.profile.RoleNames.AUDITOR;
import static org.fapiaosuite.account.profile.RoleNames.CLERK;
import static org.fapiaosuite.account.profile.RoleNames.CUSTOMER;
import static org.fapiaosuite.account.profile.RoleNames.LEAD;
import static org.fapiaosuite.account.profile.RoleNames.PASSWORD_CHANGE;
import static org.fapiaosuite.account.profile.RoleNames.SUPPORT;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.fapiaosuite.account.credential.PasswordPolicy;
import org.fapiaosuite.account.credential.Passwords;
import org.fapiaosuite.account.limit.CallerAddress;
import org.fapiaosuite.account.password.PasswordChange;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.secret.SecretDesk;
import org.fapiaosuite.account.secret.SecretKind;
import org.fapiaosuite.account.session.CurrentAccount;
import org.fapiaosuite.account.session.SignIn;
import org.fapiaosuite.rest.problem.ProblemException;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** The password of the one who is signed in. */
@Path("/api/v1/account/password")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PasswordResource {

  private static final String NEW_PASSWORD = "newPassword";

  private final CurrentAccount current;
  private final SignIn signIn;
  private final PasswordPolicy policy;
  private final Passwords passwords;
  private final PasswordChange change;
  private final SecretDesk secrets;
  private final CallerAddress address;

  PasswordResource(
      CurrentAccount current,
      SignIn signIn,
      PasswordPolicy policy,
      Passwords passwords,
      PasswordChange change,
      SecretDesk secrets,
      CallerAddress address) {
    this.current = current;
    this.signIn = signIn;
    this.policy = policy;
    this.passwords = passwords;
    this.change = change;
    this.secrets = secrets;
    this.address = address;
  }

  /**
   * The new password, and what proves the right to set it.
   *
   * @param currentPassword needed unless one signed in with a temporary password. Example: {@code
   *     correct horse battery}.
   * @param newPassword at least 8 characters; hard to guess, and not one that was mailed. Example:
   *     {@code staple orange cloud}.
   */
  public record ChangePasswordRequest(
      @Nullable String currentPassword, @NotNull String newPassword) {}

  /**
   * Sets a new password.
   *
   * <p>Every session of the account ends, this one too: sign in again. After signing in with a
   * temporary password this is the only operation that the token is good for.
   *
   * @throws ProblemException 401 when the current password is wrong: {@code credentials-refused};
   *     or when the access token is missing or not valid any more
   * @throws ProblemException 422 when the new password is too short, too easy to guess or was
   *     mailed; see {@code violations}
   * @throws ProblemException 429 when passwords were wrong too often; wait as long as {@code
   *     Retry-After} says
   */
  @PUT
  @RolesAllowed({CUSTOMER, CLERK, LEAD, ADMIN, AUDITOR, SUPPORT, PASSWORD_CHANGE})
  @Operation(operationId = "changePassword", summary = "Set a new password")
  @APIResponse(responseCode = "204", description = "Set; sign in with the new password now.")
  public void change(@Valid ChangePasswordRequest request) {
    Account account = current.account();
    String newPassword = request.newPassword();
    policy.check(NEW_PASSWORD, newPassword, account.email().key());
    if (secrets.wasMailed(SecretKind.TEMPORARY_PASSWORD, newPassword, account.id())) {
      throw StandardProblem.VALIDATION.with().violation(NEW_PASSWORD, "violation.password.mailed");
    }
    if (current.session() != null) {
      confirm(account, request.currentPassword());
    }
    change.to(passwords.hash(newPassword), account.id(), account.epoch());
  }

  private void confirm(Account account, @Nullable String currentPassword) {
    if (currentPassword == null) {
      throw StandardProblem.VALIDATION.with().violation("currentPassword", "violation.missing");
    }
    signIn.confirm(account, currentPassword, address.get());
  }
}
