package org.fapiaosuite.gateway.visit;

import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** What every answer tells browsers, errors included (OWASP secure headers, ASVS 5.0 V3.4). */
public final class SecurityHeaders {

  private static final String POLICY = "Content-Security-Policy";

  private static final Map<String, String> ALWAYS =
      Map.of(
          "Strict-Transport-Security",
          "max-age=31536000; includeSubDomains",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
              + " microphone=(), payment=(), usb=()",
          POLICY,
          "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");

  /** Scripts come from files only; styles from files and from who knows the nonce. */
  private static final String FOR_A_PAGE =
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-%s'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none';"
          + " base-uri 'none'; manifest-src 'self'";

  private SecurityHeaders() {}

  /** The names, so that a service's own values do not stand beside ours. */
  public static Set<String> names() {
    return ALWAYS.keySet();
  }

  /** Tells each of them, by name and value. */
  public static void each(BiConsumer<String, String> header) {
    ALWAYS.forEach(header);
  }

  public static void add(HttpServerResponse response) {
    ALWAYS.forEach(response::putHeader);
  }

  /**
   * Lets a page load its own scripts and styles.
   *
   * @param nonce base64, fresh for each answer
   */
  public static void allowPage(HttpServerResponse response, String nonce) {
    response.putHeader(POLICY, FOR_A_PAGE.formatted(nonce));
  }
}
