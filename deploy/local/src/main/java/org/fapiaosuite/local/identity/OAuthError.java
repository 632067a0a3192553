package org.fapiaosuite.local.identity;

import java.util.Map;

/** A refusal in the words of RFC 6749. */
final class OAuthError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String error;

  OAuthError(String error, String description) {
    super(description, null, false, false);
    this.error = error;
  }

  Map<String, String> body() {
    return Map.of("error", error, "error_description", String.valueOf(getMessage()));
  }
}
