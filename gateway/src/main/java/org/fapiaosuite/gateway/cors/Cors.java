package org.fapiaosuite.gateway.cors;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cross-origin rules (Fetch standard): a page is of this origin, or its origin stands in the
 * configuration, letter for letter, or what it has its browser ask is refused.
 */
@ApplicationScoped
public class Cors {

  private static final String FETCHED_FROM = "Sec-Fetch-Site";
  private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
  private static final String REQUEST_HEADERS =
      "Authorization, Content-Type, Accept-Language, Idempotency-Key, If-Match, If-None-Match,"
          + " Last-Event-ID, traceparent";

  /** As browsers write it: scheme, host in lower case, port unless it is the scheme's own. */
  private static final Pattern ORIGIN =
      Pattern.compile("https?://([a-z0-9.-]+|\\[[0-9a-f:]+])(:[0-9]{1,5})?");

  private static final String EXPOSED =
      "ETag, Location, Link, Retry-After, RateLimit, RateLimit-Policy, Content-Disposition,"
          + " Content-Language";

  private final Set<String> origins;
  private final String maxAge;

  Cors(CorsConfig config) {
    this.origins = config.origins().orElse(Set.of());
    origins.forEach(Cors::demandOrigin);
    this.maxAge = Long.toString(config.maxAge().toSeconds());
  }

  /** One that no browser would send would never fit, and nobody would know why. */
  private static void demandOrigin(String origin) {
    if (!ORIGIN.matcher(origin).matches()) {
      throw new IllegalStateException(
          "fapiao.gateway.cors.origins: not an origin such as https://admin.example: " + origin);
    }
  }

  /** Whether a browser asks what it may do, before it does it. */
  public boolean isPreflight(HttpServerRequest request) {
    return request.method().equals(HttpMethod.OPTIONS)
        && request.headers().contains(HttpHeaders.ORIGIN)
        && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
  }

  /** Whether a page of another origin asks, and one that nobody configured. */
  public boolean isForeign(HttpServerRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin != null && !origins.contains(origin) && !isOurs(origin, request);
  }

  /** What the browser says counts; one that says nothing names the origin and the host alike. */
  private static boolean isOurs(String origin, HttpServerRequest request) {
    String site = request.getHeader(FETCHED_FROM);
    if (site != null) {
      return site.equals("same-origin");
    }
    int authority = origin.indexOf("://");
    return authority > 0
        && origin.substring(authority + 3).equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
  }

  /** Adds what the browser of an allowed origin needs to see; says whether it is allowed. */
  public boolean admit(HttpServerRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    HttpServerResponse response = request.response();
    if (!origins.isEmpty()) {
      response.headers().add(HttpHeaders.VARY, "Origin");
    }
    if (origin == null || !origins.contains(origin)) {
      return false;
    }
    // A service doubts what comes from another site. This origin has been compared already.
    request.headers().remove(FETCHED_FROM);
    response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
    response.putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
    return true;
  }

  /** Answers the preflight of an allowed origin. */
  public void answerPreflight(HttpServerRequest request) {
    request
        .response()
        .setStatusCode(204)
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS)
        .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, maxAge)
        .end();
  }
}
