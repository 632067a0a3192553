package org.fapiaosuite.account.exchange.rest;

import static org.fapiaosuite.account.profile.RoleNames.ADMIN;
import static org.fapiaosuite.account.profile.RoleNames.AUDITOR;
import static org.fapiaosuite.account.profile.RoleNames.CLERK;
import static org.fapiaosuite.account.profile.RoleNames.CUSTOMER;
import static org.fapiaosuite.account.profile.RoleNames.LEAD;
import static org.fapiaosuite.account.profile.RoleNames.SUPPORT;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.fapiaosuite.account.exchange.JoinDesk;
import org.fapiaosuite.account.exchange.SubjectToken;
import org.fapiaosuite.account.exchange.SubjectTokens;
import org.fapiaosuite.account.exchange.TokenRefused;
import org.fapiaosuite.account.exchange.TokenScope;
import org.fapiaosuite.account.exchange.TokenType;
import org.fapiaosuite.account.problem.Problem;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.session.CurrentAccount;
import org.fapiaosuite.rest.problem.ProblemException;
import org.fapiaosuite.rest.problem.StandardProblem;

/** The issuers with whose tokens a registered account can be signed in to. */
@Path("/api/v1/account/issuers")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class JoinedIssuersResource {

  private final CurrentAccount current;
  private final SubjectTokens subjects;
  private final JoinDesk desk;

  JoinedIssuersResource(CurrentAccount current, SubjectTokens subjects, JoinDesk desk) {
    this.current = current;
    this.subjects = subjects;
    this.desk = desk;
  }

  /**
   * Who is to be joined with the account.
   *
   * @param subjectToken an ID token of a trusted issuer that was not exchanged before; for a member
   *     of staff, one that names their role. Example: {@code
   *     eyJhbGciOiJFUzI1NiIsImtpZCI6IjEifQ.eyJzdWIiOiI3In0.c2lnbmF0dXJl}.
   */
  public record JoinIssuerRequest(@NotNull @NotBlank String subjectToken) {}

  /**
   * Joins whoever signs in at a trusted issuer with the account of the caller.
   *
   * <p>From now on POST /api/v1/token gives access tokens of this account for the issuer's tokens
   * of the same person. An account that earlier exchanges made for them is shut and signed out.
   * Only the owner can say this, signed in with their password. Staff join in the same way; their
   * tokens are then exchanged with the scope {@code staff}.
   *
   * @throws ProblemException 409 when the address of the token is not that of the account, its
   *     person is joined with another one, or the caller came in with a token of an issuer
   * @throws ProblemException 422 when the token is not taken: {@code token-not-taken}
   */
  @POST
  @RolesAllowed({CUSTOMER, CLERK, LEAD, ADMIN, AUDITOR, SUPPORT})
  @Operation(operationId = "joinIssuer", summary = "Sign in to this account at an issuer, too")
  @APIResponse(responseCode = "204", description = "Joined.")
  public void join(@NotNull @Valid JoinIssuerRequest request) {
    Account account = current.account();
    if (current.isVouchedFor()) {
      throw StandardProblem.CONFLICT.with();
    }
    TokenScope scope = account.role().isStaff() ? TokenScope.STAFF : TokenScope.CUSTOMER;
    try {
      SubjectToken subject = subjects.verified(request.subjectToken(), TokenType.ID_TOKEN, scope);
      desk.join(account.id(), subject);
    } catch (TokenRefused refused) {
      throw Problem.TOKEN_NOT_TAKEN.with();
    }
  }
}
