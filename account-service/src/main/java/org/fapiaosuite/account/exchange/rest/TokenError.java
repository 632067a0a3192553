package org.fapiaosuite.account.exchange.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.fapiaosuite.account.exchange.TokenRefused;

/**
 * Why an exchange was refused, as OAuth 2.0 words it (RFC 6749, 5.2).
 *
 * @param error {@code invalid_request} when a field is missing or the token is not taken (RFC 8693,
 *     2.2.2), {@code unsupported_grant_type}, {@code invalid_scope} or {@code invalid_target}.
 *     Example: {@code invalid_request}.
 * @param errorDescription why, for whoever writes the front end; always in English. Example: {@code
 *     subject_token has expired}.
 */
public record TokenError(String error, @JsonProperty("error_description") String errorDescription) {

  static TokenError of(TokenRefused refused) {
    return new TokenError(refused.code().name().toLowerCase(Locale.ROOT), refused.description());
  }
}
