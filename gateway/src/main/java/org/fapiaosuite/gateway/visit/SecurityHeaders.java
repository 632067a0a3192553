package org.fapiaosuite.gateway.visit;

import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import java.util.Set;

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

  private static final String FOR_PAGES =
      "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none';"
          + " form-action 'self'";

  private SecurityHeaders() {}

  /** The names, so that a service's own values do not stand beside ours. */
  public static Set<String> names() {
    return ALWAYS.keySet();
  }

  public static void add(HttpServerResponse response) {
    ALWAYS.forEach(response::putHeader);
  }

  /** Lets pages load their own scripts and styles. */
  public static void allowPages(HttpServerResponse response) {
    response.putHeader(POLICY, FOR_PAGES);
  }
}
