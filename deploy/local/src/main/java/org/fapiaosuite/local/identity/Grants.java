package org.fapiaosuite.local.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Codes and refresh tokens: each is good once, for a while, for the front end that it is for. */
final class Grants {

  private static final Duration CODE = Duration.ofMinutes(1);
  private static final Duration REFRESH = Duration.ofHours(10);
  private static final int BYTES = 32;
  private static final int MOST = 10_000;

  private final Map<String, Grant> grants = new LinkedHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final Clock clock;

  Grants(Clock clock) {
    this.clock = clock;
  }

  /**
   * What somebody has agreed to.
   *
   * @param redirect where the code was sent; empty for a refresh token
   * @param challenge of PKCE (RFC 7636, S256); empty for a refresh token
   * @param nonce for the ID token, empty for none
   */
  record Grant(
      Person person,
      String client,
      String redirect,
      String challenge,
      String nonce,
      Instant until) {}

  String code(Person person, String client, String redirect, String challenge, String nonce) {
    Instant until = clock.instant().plus(CODE);
    return keep(new Grant(person, client, redirect, challenge, nonce, until));
  }

  String refresh(Person person, String client) {
    return keep(new Grant(person, client, "", "", "", clock.instant().plus(REFRESH)));
  }

  private synchronized String keep(Grant grant) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    grants.put(secret, grant);
    if (grants.size() > MOST) {
      grants.remove(grants.keySet().iterator().next());
    }
    return secret;
  }

  /**
   * Uses a code up.
   *
   * @throws OAuthError when it is good for nothing
   */
  Grant redeem(String code, String client, String redirect, String verifier) {
    return use(code, client)
        .filter(grant -> !grant.challenge().isEmpty())
        .filter(grant -> grant.redirect().equals(redirect))
        .filter(grant -> grant.challenge().equals(challengeOf(verifier)))
        .orElseThrow(() -> new OAuthError("invalid_grant", "the code is good for nothing"));
  }

  /**
   * Uses a refresh token up.
   *
   * @throws OAuthError when it is good for nothing
   */
  Grant refreshed(String token, String client) {
    return use(token, client)
        .filter(grant -> grant.challenge().isEmpty())
        .orElseThrow(
            () -> new OAuthError("invalid_grant", "the refresh token is good for nothing"));
  }

  private synchronized Optional<Grant> use(String secret, String client) {
    return Optional.ofNullable(grants.remove(secret))
        .filter(grant -> grant.client().equals(client))
        .filter(grant -> clock.instant().isBefore(grant.until()));
  }

  private static String challengeOf(String verifier) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
