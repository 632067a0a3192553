package org.fapiaosuite.account.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of token that are exchanged (RFC 8693, 3), and what their {@code typ} may be. */
public enum TokenType {
  /** Who signed in (OpenID Connect Core, 2). */
  ID_TOKEN("urn:ietf:params:oauth:token-type:id_token"),
  /** What a front end may do (RFC 9068); many issuers leave its {@code typ} at JWT. */
  ACCESS_TOKEN("urn:ietf:params:oauth:token-type:access_token");

  private static final String MEDIA_TYPE = "application/";

  private final String uri;

  TokenType(String uri) {
    this.uri = uri;
  }

  /** As a request names it. */
  public String uri() {
    return uri;
  }

  /** The kind of this name. */
  public static Optional<TokenType> of(String uri) {
    return Arrays.stream(values()).filter(type -> type.uri.equals(uri)).findFirst();
  }

  /** Whether a header may have this {@code typ} (RFC 7515, 4.1.9); empty for none. */
  boolean mayBe(String typ) {
    String lower = typ.toLowerCase(Locale.ROOT);
    String plain = lower.startsWith(MEDIA_TYPE) ? lower.substring(MEDIA_TYPE.length()) : lower;
    return switch (this) {
      case ID_TOKEN -> plain.isEmpty() || plain.equals("jwt");
      case ACCESS_TOKEN -> plain.isEmpty() || plain.equals("jwt") || plain.equals("at+jwt");
    };
  }
}
