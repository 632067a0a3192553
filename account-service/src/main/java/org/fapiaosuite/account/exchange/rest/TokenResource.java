package org.fapiaosuite.account.exchange.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.fapiaosuite.account.exchange.ExchangeDesk;
import org.fapiaosuite.account.exchange.ExchangeDesk.Entered;
import org.fapiaosuite.account.exchange.SubjectToken;
import org.fapiaosuite.account.exchange.SubjectTokens;
import org.fapiaosuite.account.exchange.TokenRefused;
import org.fapiaosuite.account.exchange.TokenScope;
import org.fapiaosuite.account.exchange.TokenType;
import org.fapiaosuite.account.keys.AccessTokens;
import org.fapiaosuite.account.keys.AccessTokens.Origin;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.session.SessionConfig;
import org.fapiaosuite.rest.language.CallerLanguage;
import org.fapiaosuite.rest.problem.ProblemException;

/** Token exchange (RFC 8693): signing in with a token of an issuer that this suite trusts. */
@Path("/api/v1/token")
public class TokenResource {

  private final SubjectTokens subjects;
  private final ExchangeDesk desk;
  private final AccessTokens tokens;
  private final SessionConfig sessions;
  private final CallerLanguage caller;

  TokenResource(
      SubjectTokens subjects,
      ExchangeDesk desk,
      AccessTokens tokens,
      SessionConfig sessions,
      CallerLanguage caller) {
    this.subjects = subjects;
    this.desk = desk;
    this.tokens = tokens;
    this.sessions = sessions;
    this.caller = caller;
  }

  /**
   * Exchanges an ID token or access token of a trusted issuer for an access token of this suite.
   *
   * <p>Nobody has to register: the first exchange makes the account. It speaks for the customers
   * that the issuer names, and for those whose orders its verified mailbox paid. A registered
   * account of the same address stays apart until its owner joins the two (POST
   * /api/v1/account/issuers).
   *
   * <p>With the scope {@code staff}, whom the issuer names as a member of staff comes in as such:
   * in the one role that it names them, for no customer. The issuer has to be trusted with that,
   * too.
   *
   * <p>Each token of an issuer is taken once. There is no refresh token: before the access token
   * expires, exchange the next token of the issuer. Signing out (DELETE /api/v1/sessions/current)
   * works as for everybody.
   *
   * @return the access token; not to be cached
   * @throws ProblemException 429 when the same person or network address came too often; wait as
   *     long as {@code Retry-After} says
   */
  @POST
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "exchangeToken", summary = "Sign in with a token of a trusted issuer")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = ExchangeRequest.class)))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ExchangedToken.class)))
  @APIResponse(
      responseCode = "400",
      description = "The exchange is refused, in OAuth's words; or it cannot be read.",
      content = @Content(schema = @Schema(implementation = TokenError.class)))
  public Response exchange(
      @Parameter(hidden = true) @FormParam("grant_type") List<String> grantType,
      @Parameter(hidden = true) @FormParam("subject_token") List<String> subjectToken,
      @Parameter(hidden = true) @FormParam("subject_token_type") List<String> subjectTokenType,
      @Parameter(hidden = true) @FormParam("requested_token_type") List<String> requestedTokenType,
      @Parameter(hidden = true) @FormParam("scope") List<String> scope,
      @Parameter(hidden = true) @FormParam("audience") List<String> audience,
      @Parameter(hidden = true) @FormParam("resource") List<String> resource,
      @Parameter(hidden = true) @FormParam("actor_token") List<String> actorToken,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.USER_AGENT) String device) {
    try {
      TokenForm form =
          TokenForm.of(
              grantType,
              subjectToken,
              subjectTokenType,
              requestedTokenType,
              scope,
              audience,
              resource,
              actorToken);
      SubjectToken subject = subjects.verified(form.subjectToken(), form.type(), form.scope());
      Entered entered = desk.exchange(subject, caller.locale(), device);
      return uncached(Response.ok(answer(subject, form.scope(), entered)));
    } catch (TokenRefused refused) {
      return uncached(Response.status(Response.Status.BAD_REQUEST).entity(TokenError.of(refused)));
    }
  }

  private ExchangedToken answer(SubjectToken subject, TokenScope scope, Entered entered) {
    Account account = entered.account();
    Origin origin =
        scope == TokenScope.STAFF ? new Origin(subject.issuer(), subject.subject()) : null;
    String token =
        tokens.sign(
            new AccessTokens.Content(
                account.id(),
                account.role().name(),
                entered.customerIds(),
                account.epoch(),
                entered.session().id(),
                new AccessTokens.Actor(subject.issuer(), subject.client()),
                origin),
            sessions.accessToken());
    return new ExchangedToken(
        token,
        TokenType.ACCESS_TOKEN.uri(),
        "Bearer",
        sessions.accessToken().toSeconds(),
        scope.text());
  }

  /** RFC 6749, 5.1: nobody on the way keeps it. */
  private static Response uncached(Response.ResponseBuilder answer) {
    return answer
        .type(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Pragma", "no-cache")
        .build();
  }
}
