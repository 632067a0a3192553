package org.fapiaosuite.account.exchange;

/**
 * The exchange is refused, in the words of OAuth 2.0 (RFC 6749, 5.2; RFC 8693, 2.2.2). Programs
 * read them, so they are in English alone.
 */
public final class TokenRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Code code;

  /** What kind of refusal it is. */
  public enum Code {
    /** The request lacks something, or its token is not taken. */
    INVALID_REQUEST,
    /** The grant is another than token exchange. */
    UNSUPPORTED_GRANT_TYPE,
    /** There is no such scope, or the token does not give it. */
    INVALID_SCOPE,
    /** The token is to be for something else than this suite. */
    INVALID_TARGET
  }

  /**
   * A refusal.
   *
   * @param description printable ASCII without quotes and backslashes (RFC 6749, 5.2)
   */
  public TokenRefused(Code code, String description) {
    super(description, null, false, false);
    this.code = code;
  }

  static TokenRefused token(String description) {
    return new TokenRefused(Code.INVALID_REQUEST, "subject_token " + description);
  }

  public Code code() {
    return code;
  }

  /** Why, for whoever writes the front end. */
  public String description() {
    return String.valueOf(getMessage());
  }
}
