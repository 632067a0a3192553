package org.fapiaosuite.gateway.limits;

/** What is limited on its own; who is counted is said with each. */
public enum Limit {
  /** Signing in, by client address. */
  LOGIN("login"),
  /** Exchanging tokens, by client address. */
  EXCHANGE("exchange"),
  /** Registering, by client address. */
  REGISTRATION("registration"),
  /** Having the activation mail sent again, by client address. */
  RESEND("resend"),
  /** Asking for a new password, by client address. */
  RESET("reset"),
  /** Claiming an order, by client address. */
  CLAIM("claim"),
  /** Pushes, by platform and client address. */
  PUSH("push"),
  /** Everything else, by access token, or by client address without one. */
  GENERAL("general"),
  /** Everything else that carries a token, by client address: tokens are not verified here. */
  ADDRESS("address");

  private final String slug;

  Limit(String slug) {
    this.slug = slug;
  }

  /** As it is named in configuration and in the {@code RateLimit} header. */
  public String slug() {
    return slug;
  }
}
