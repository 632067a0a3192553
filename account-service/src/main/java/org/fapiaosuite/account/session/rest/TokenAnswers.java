package org.fapiaosuite.account.session.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.fapiaosuite.account.claim.CustomerLinks;
import org.fapiaosuite.account.keys.AccessTokens;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.profile.RoleNames;
import org.fapiaosuite.account.session.SessionConfig;
import org.fapiaosuite.account.session.SessionDesk.Continued;
import org.jspecify.annotations.Nullable;

/** Writes the answers that carry tokens: none of them may be cached. */
@ApplicationScoped
class TokenAnswers {

  /** Bound to this host and to https by its name (RFC 6265bis, 4.1.3.2). */
  static final String COOKIE = "__Host-rt";

  private final AccessTokens tokens;
  private final CustomerLinks links;
  private final SessionConfig config;
  private final Clock clock;

  TokenAnswers(AccessTokens tokens, CustomerLinks links, SessionConfig config, Clock clock) {
    this.tokens = tokens;
    this.links = links;
    this.config = config;
    this.clock = clock;
  }

  Response created(Continued session) {
    return withSession(Response.status(Response.Status.CREATED), session);
  }

  Response prolonged(Continued session) {
    return withSession(Response.ok(), session);
  }

  /** The token of a temporary password: it may set a new one, and it ends soon. */
  Response passwordChange(Account account) {
    return answer(
            Response.status(Response.Status.CREATED),
            account,
            RoleNames.PASSWORD_CHANGE,
            "password:change",
            null,
            config.passwordChangeToken())
        .build();
  }

  Response signedOut() {
    return Response.noContent().cookie(cookie("", 0)).build();
  }

  private Response withSession(Response.ResponseBuilder response, Continued continued) {
    Account account = continued.account();
    Duration left = Duration.between(clock.instant(), continued.session().endsAt());
    return answer(
            response,
            account,
            account.role().name(),
            account.role().isStaff() ? "staff" : "customer",
            continued.session().id(),
            config.accessToken())
        .cookie(cookie(continued.refreshToken(), (int) left.toSeconds()))
        .build();
  }

  private Response.ResponseBuilder answer(
      Response.ResponseBuilder response,
      Account account,
      String role,
      String scope,
      @Nullable UUID sessionId,
      Duration validity) {
    List<String> customers =
        role.equals(RoleNames.CUSTOMER) ? links.recomputed(account) : List.of();
    String token =
        tokens.sign(
            new AccessTokens.Content(
                account.id(), role, customers, account.epoch(), sessionId, null, null),
            validity);
    return response
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(new TokenAnswer(token, "Bearer", validity.toSeconds(), scope));
  }

  private NewCookie cookie(String value, int maxAgeSeconds) {
    return new NewCookie.Builder(COOKIE)
        .value(value)
        .path("/")
        .maxAge(maxAgeSeconds)
        .secure(true)
        .httpOnly(true)
        .sameSite(config.cookieSameSite())
        .build();
  }
}
