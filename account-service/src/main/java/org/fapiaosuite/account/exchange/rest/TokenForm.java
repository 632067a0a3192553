package org.fapiaosuite.account.exchange.rest;

import java.util.List;
import org.fapiaosuite.account.exchange.TokenRefused;
import org.fapiaosuite.account.exchange.TokenRefused.Code;
import org.fapiaosuite.account.exchange.TokenScope;
import org.fapiaosuite.account.exchange.TokenType;
import org.jspecify.annotations.Nullable;

/** What a form of a token exchange asks for, once it asks for something that there is. */
record TokenForm(String subjectToken, TokenType type, TokenScope scope) {

  private static final String GRANT = "urn:ietf:params:oauth:grant-type:token-exchange";

  /** Beyond this no token is looked at; those of issuers have a fifth of it. */
  private static final int LONGEST_TOKEN = 10_000;

  /**
   * Reads the fields.
   *
   * @throws TokenRefused when one is missing, repeated or asks for what there is not
   */
  static TokenForm of(
      List<String> grantType,
      List<String> subjectToken,
      List<String> subjectTokenType,
      List<String> requestedTokenType,
      List<String> scope,
      List<String> audience,
      List<String> resource,
      List<String> actorToken) {
    String grant = required("grant_type", grantType);
    if (!grant.equals(GRANT)) {
      throw new TokenRefused(Code.UNSUPPORTED_GRANT_TYPE, "grant_type must be " + GRANT);
    }
    if (single("actor_token", actorToken) != null) {
      throw invalid("actor_token is not taken");
    }
    String requested = single("requested_token_type", requestedTokenType);
    if (requested != null && !requested.equals(TokenType.ACCESS_TOKEN.uri())) {
      throw invalid("requested_token_type must be " + TokenType.ACCESS_TOKEN.uri());
    }
    if (!resource.stream().allMatch(String::isEmpty)
        || !audience.stream().allMatch(name -> name.isEmpty() || name.equals("fapiao-suite"))) {
      throw new TokenRefused(Code.INVALID_TARGET, "the token is for fapiao-suite alone");
    }
    TokenType type =
        TokenType.of(required("subject_token_type", subjectTokenType))
            .orElseThrow(
                () ->
                    invalid(
                        "subject_token_type must be %s or %s"
                            .formatted(TokenType.ID_TOKEN.uri(), TokenType.ACCESS_TOKEN.uri())));
    String token = required("subject_token", subjectToken);
    if (token.length() > LONGEST_TOKEN) {
      throw invalid("subject_token is too long");
    }
    return new TokenForm(token, type, scope(single("scope", scope)));
  }

  private static TokenScope scope(@Nullable String asked) {
    if (asked == null) {
      return TokenScope.CUSTOMER;
    }
    return TokenScope.of(asked)
        .orElseThrow(() -> new TokenRefused(Code.INVALID_SCOPE, "scope must be customer or staff"));
  }

  private static String required(String name, List<String> values) {
    String value = single(name, values);
    if (value == null) {
      throw invalid(name + " is missing");
    }
    return value;
  }

  /** A parameter without a value is as good as absent (RFC 6749, 3.2). */
  private static @Nullable String single(String name, List<String> values) {
    if (values.size() > 1) {
      throw invalid(name + " stands there twice");
    }
    return values.isEmpty() || values.get(0).isEmpty() ? null : values.get(0);
  }

  private static TokenRefused invalid(String description) {
    return new TokenRefused(Code.INVALID_REQUEST, description);
  }
}
