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
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
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
import org.fapiaosuite.rest.problem.ProblemException;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** Signing in, staying signed in, signing out; customers and staff alike. */
@Path("/api/v1/sessions")
@SecurityScheme(
    securitySchemeName = "refreshCookie",
    type = SecuritySchemeType.APIKEY,
    in = SecuritySchemeIn.COOKIE,
    apiKeyName = TokenAnswers.COOKIE,
    description = "The refresh token of a session: HttpOnly, Secure, SameSite=Strict.")
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
   * @param email of the account; case does not matter. Example: {@code finance@contoso.example}.
   * @param password of the account, or a temporary one from a mail. Example: {@code correct horse
   *     battery}.
   * @param otp one-time code of an authenticator, where the account has one. Example: {@code
   *     492039}.
   */
  public record SignInRequest(
      @NotNull @MailAddress String email,
      @NotBlank String password,
      @Nullable @Size(max = 10) String otp) {}

  /**
   * The sessions of an account that have not ended, newest use first.
   *
   * @param items all of them: there are no pages
   */
  public record SessionList(List<SessionView> items) {}

  /**
   * Opens a session.
   *
   * <p>The access token in the body is good for a few minutes; the refresh token in the cookie
   * {@code __Host-rt} gets the next one (POST /api/v1/sessions/refresh). After a temporary password
   * there is no cookie, and the token's scope is {@code password:change}.
   *
   * @return signed in; the refresh token is in the cookie
   * @throws ProblemException 401 when address and password do not fit, or the account is not
   *     active: {@code credentials-refused}
   * @throws ProblemException 429 when there were too many tries for this account or from this
   *     address; wait as long as {@code Retry-After} says
   */
  @POST
  @PermitAll
  @Operation(operationId = "signIn", summary = "Sign in")
  @APIResponse(
      responseCode = "201",
      headers = @Header(name = "Set-Cookie", ref = "Set-Cookie"),
      content = @Content(schema = @Schema(implementation = TokenAnswer.class)))
  public Response signIn(
      @Valid SignInRequest request,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.USER_AGENT) String device) {
    SignedIn signedIn =
        signIn.with(EmailAddress.of(request.email()), request.password(), address.get());
    Account account = signedIn.account();
    return signedIn.temporary()
        ? answers.passwordChange(account)
        : answers.created(desk.open(account, device));
  }

  /**
   * Gets a new access token.
   *
   * <p>Send the cookie that signing in or the last refresh set; no access token is needed. Two
   * refreshes with the same cookie within ten seconds get the same successor; a later one ends the
   * session, for then the cookie was stolen.
   *
   * @return a new access token, and the next refresh token in the cookie
   * @throws ProblemException 401 when the cookie is missing, or its session has ended
   * @throws ProblemException 403 when a page of another origin asks that is not configured ({@code
   *     Sec-Fetch-Site}, {@code Origin})
   */
  @POST
  @Path("/refresh")
  @PermitAll
  @Operation(operationId = "refreshSession", summary = "Get a new access token")
  @APIResponse(
      responseCode = "200",
      headers = @Header(name = "Set-Cookie", ref = "Set-Cookie"),
      content = @Content(schema = @Schema(implementation = TokenAnswer.class)))
  @SecurityRequirement(name = "refreshCookie")
  public Response refresh(
      @Parameter(hidden = true) @CookieParam(TokenAnswers.COOKIE) String token,
      @Parameter(hidden = true) @HeaderParam("Sec-Fetch-Site") String fetchedFrom,
      @Parameter(hidden = true) @HeaderParam("Origin") String origin,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.HOST) String host) {
    if (isForeign(fetchedFrom, origin, host)) {
      throw Problem.FORBIDDEN_ORIGIN.with();
    }
    Continued continued =
        Optional.ofNullable(token)
            .flatMap(desk::refresh)
            .orElseThrow(StandardProblem.UNAUTHENTICATED::with);
    return answers.prolonged(continued);
  }

  /** What the browser says counts; one that says nothing names the origin and the host alike. */
  private static boolean isForeign(
      @Nullable String fetchedFrom, @Nullable String origin, @Nullable String host) {
    if (fetchedFrom != null) {
      return !fetchedFrom.equals("same-origin");
    }
    return origin != null && !origin.replaceFirst("^https?://", "").equalsIgnoreCase(host);
  }

  /**
   * Ends the session of the cookie, or of the access token where there is no cookie.
   *
   * <p>Repeated, one stays signed out. Tokens of the session are refused within seconds.
   */
  @DELETE
  @Path("/current")
  @PermitAll
  @Operation(operationId = "signOut", summary = "Sign out")
  @APIResponse(
      responseCode = "204",
      description = "Signed out; the cookie is taken back.",
      headers = @Header(name = "Set-Cookie", ref = "Set-Cookie"))
  @SecurityRequirement(name = "refreshCookie")
  @SecurityRequirement(name = "bearer")
  public Response signOut(
      @Parameter(hidden = true) @CookieParam(TokenAnswers.COOKIE) String token) {
    if (token == null) {
      current.sessionIfSignedIn().ifPresent(session -> desk.end(session.account(), session.id()));
    } else {
      desk.end(token); // whatever has become of the access token
    }
    return answers.signedOut();
  }

  /**
   * Lists where the account is signed in.
   *
   * @return every session that has not ended
   */
  @GET
  @RolesAllowed({CUSTOMER, CLERK, LEAD, ADMIN, AUDITOR, SUPPORT})
  @Operation(operationId = "listSessions", summary = "List the sessions")
  public SessionList list() {
    UUID here = current.session();
    return new SessionList(
        desk.alive(current.account().id()).stream()
            .map(session -> SessionView.of(session, session.id().equals(here)))
            .toList());
  }

  /**
   * Signs out another device.
   *
   * @param id of the session, from the list
   */
  @DELETE
  @Path("/{id}")
  @RolesAllowed({CUSTOMER, CLERK, LEAD, ADMIN, AUDITOR, SUPPORT})
  @Operation(operationId = "endSession", summary = "End a session")
  @APIResponse(responseCode = "204", description = "Signed out there.")
  public void end(@PathParam("id") UUID id) {
    if (!desk.end(current.account().id(), id)) {
      throw StandardProblem.NOT_FOUND.with();
    }
  }
}
