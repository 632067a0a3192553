package org.fapiaosuite.account.session.rest;

import static org.fapiaosuite.account.profile.RoleNames.ADMIN;
import static org.fapiaosuite.account.profile.RoleNames.AUDITOR;
import static org.fapiaosuite.account.profile.RoleNames.CLERK;
import static org.fapiaosuite.account.profile.RoleNames.CUSTOMER;
import static org.fapiaosuite.account.profile.RoleNames.LEAD;
import static org.fapiaosuite.account.profile.RoleNames.SUPPORT;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.fapiaosuite.account.address.MailAddress;
import org.fapiaosuite.account.limit.CallerAddress;
import org.fapiaosuite.account.problem.Problem;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.session.CurrentAccount;
import org.fapiaosuite.account.session.SessionDesk;
import org.fapiaosuite.account.session.SessionDesk.Continued;
import org.fapiaosuite.account.session.SignIn;
import org.fapiaosuite.account.session.SignIn.SignedIn;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** Signing in, staying signed in, signing out; customers and staff alike. */
@Path("/api/v1/sessions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {

  private final SignIn signIn;
  private final SessionDesk desk;
  private final TokenAnswers answers;
  private final CurrentAccount current;
  private final CallerAddress address;

  SessionsResource(
      SignIn signIn,
      SessionDesk desk,
      TokenAnswers answers,
      CurrentAccount current,
      CallerAddress address) {
    this.signIn = signIn;
    this.desk = desk;
    this.answers = answers;
    this.current = current;
    this.address = address;
  }

  /**
   * Who signs in.
   *
   * @param otp one-time code of an authenticator, where the account has one
   */
  public record SignInRequest(
      @NotNull @MailAddress String email,
      @NotBlank String password,
      @Nullable @Size(max = 10) String otp) {}

  /** The living sessions of an account. */
  public record SessionList(List<SessionView> items) {}

  @POST
  @PermitAll
  @Operation(operationId = "signIn", summary = "Sign in")
  @APIResponse(
      responseCode = "201",
      description = "Signed in; the refresh token is in the cookie",
      content = @Content(schema = @Schema(implementation = TokenAnswer.class)))
  @APIResponse(responseCode = "401")
  @APIResponse(responseCode = "429")
  public Response signIn(
      @Valid SignInRequest request, @HeaderParam(HttpHeaders.USER_AGENT) String device) {
    SignedIn signedIn =
        signIn.with(EmailAddress.of(request.email()), request.password(), address.get());
    Account account = signedIn.account();
    return signedIn.temporary()
        ? answers.passwordChange(account)
        : answers.created(desk.open(account, device));
  }

  /**
   * A browser tells where the page is from that has it send the cookie. Of the origins that are
   * configured at the gateway, the gateway takes the header away: it has compared them itself.
   */
  @POST
  @Path("/refresh")
  @PermitAll
  @Operation(operationId = "refreshSession", summary = "Get a new access token for the cookie")
  @APIResponse(
      responseCode = "200",
      description = "A new access token, and the next refresh token in the cookie",
      content = @Content(schema = @Schema(implementation = TokenAnswer.class)))
  @APIResponse(responseCode = "401")
  @APIResponse(responseCode = "403")
  public Response refresh(
      @CookieParam(TokenAnswers.COOKIE) String token,
      @HeaderParam("Sec-Fetch-Site") String fetchedFrom) {
    if (fetchedFrom != null && !fetchedFrom.equals("same-origin")) {
      throw Problem.FORBIDDEN_ORIGIN.with();
    }
    Continued continued =
        Optional.ofNullable(token)
            .flatMap(desk::refresh)
            .orElseThrow(StandardProblem.UNAUTHENTICATED::with);
    return answers.prolonged(continued);
  }

  @DELETE
  @Path("/current")
  @PermitAll
  @Operation(operationId = "signOut", summary = "Sign out here; repeated, one stays signed out")
  @APIResponse(responseCode = "204", description = "Signed out")
  public Response signOut(@CookieParam(TokenAnswers.COOKIE) String token) {
    if (token == null) {
      current.sessionIfSignedIn().ifPresent(session -> desk.end(session.account(), session.id()));
    } else {
      desk.end(token); // whatever has become of the access token
    }
    return answers.signedOut();
  }

  @GET
  @RolesAllowed({CUSTOMER, CLERK, LEAD, ADMIN, AUDITOR, SUPPORT})
  @Operation(operationId = "listSessions", summary = "Where one is signed in")
  public SessionList list() {
    UUID here = current.session();
    return new SessionList(
        desk.alive(current.account().id()).stream()
            .map(session -> SessionView.of(session, session.id().equals(here)))
            .toList());
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed({CUSTOMER, CLERK, LEAD, ADMIN, AUDITOR, SUPPORT})
  @Operation(operationId = "endSession", summary = "Sign out elsewhere")
  @APIResponse(responseCode = "204", description = "Signed out there")
  public void end(@PathParam("id") UUID id) {
    if (!desk.end(current.account().id(), id)) {
      throw StandardProblem.NOT_FOUND.with();
    }
  }
}
