package org.fapiaosuite.local.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Gives ID token and access token for a password, a code or a refresh token (RFC 6749). */
final class TokenEndpoint {

  private static final Duration LIFE = Duration.ofMinutes(5);

  /** Whom its access tokens are for. */
  private static final String SUITE = "fapiao-suite";

  /** The front end that is meant when none is named. */
  static final String ADMIN_CENTER = "admin-center";

  private final String issuer;
  private final Signer signer;
  private final Grants grants;
  private final Clock clock;

  TokenEndpoint(String issuer, Signer signer, Grants grants, Clock clock) {
    this.issuer = issuer;
    this.signer = signer;
    this.grants = grants;
    this.clock = clock;
  }

  /**
   * Answers a form.
   *
   * @throws OAuthError when it cannot be granted
   */
  Map<String, Object> answer(Form form) {
    String client = client(form);
    return switch (form.required("grant_type")) {
      case "password" -> tokens(Person.of(form), client, form.text("nonce"));
      case "authorization_code" -> {
        Grants.Grant grant =
            grants.redeem(
                form.required("code"),
                client,
                form.required("redirect_uri"),
                form.required("code_verifier"));
        yield tokens(grant.person(), client, grant.nonce());
      }
      case "refresh_token" ->
          tokens(grants.refreshed(form.required("refresh_token"), client).person(), client, "");
      default ->
          throw new OAuthError(
              "unsupported_grant_type",
              "grant_type must be password, authorization_code or refresh_token");
    };
  }

  static String client(Form form) {
    String client = form.text("client_id");
    return client.isEmpty() ? ADMIN_CENTER : client;
  }

  private Map<String, Object> tokens(Person person, String client, String nonce) {
    Map<String, Object> id = claims(person);
    id.put("aud", client);
    id.put("azp", client);
    if (!nonce.isEmpty()) {
      id.put("nonce", nonce);
    }
    Map<String, Object> access = claims(person);
    access.put("aud", SUITE);
    access.put("client_id", client);
    access.put("scope", "openid");
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("access_token", signer.sign("at+jwt", access));
    answer.put("token_type", "Bearer");
    answer.put("expires_in", LIFE.toSeconds());
    answer.put("id_token", signer.sign("JWT", id));
    answer.put("refresh_token", grants.refresh(person, client));
    answer.put("scope", "openid");
    return answer;
  }

  private Map<String, Object> claims(Person person) {
    Instant now = clock.instant();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", issuer);
    claims.put("sub", person.subject());
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(LIFE).getEpochSecond());
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("email", person.email());
    claims.put("email_verified", true);
    if (person.customerId() != null) {
      claims.put("customer_id", person.customerId());
    }
    return claims;
  }
}
