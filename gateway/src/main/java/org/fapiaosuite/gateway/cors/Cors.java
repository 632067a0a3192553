package org.fapiaosuite.gateway.cors;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Cross-origin rules (Fetch standard): an origin either stands in the configuration, letter for
 * letter, or the browser keeps the answer from its page.
 */
@ApplicationScoped
public class Cors {

  private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
  private static final String REQUEST_HEADERS =
      "Authorization, Content-Type, Accept-Language, Idempotency-Key, If-Match, If-None-Match,"
          + " Last-Event-ID, traceparent";
  private static final String EXPOSED =
      "ETag, Location, Link, Retry-After, RateLimit, RateLimit-Policy, Content-Disposition,"
          + " Content-Language";

  private final Set<String> origins;
  private final String maxAge;

  Cors(CorsConfig config) {
    this.origins = config.origins().orElse(Set.of());
    this.maxAge = Long.toString(config.maxAge().toSeconds());
  }

  /** Whether a browser asks what it may do, before it does it. */
  public boolean isPreflight(HttpServerRequest request) {
    return request.method().equals(HttpMethod.OPTIONS)
        && request.headers().contains(HttpHeaders.ORIGIN)
        && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
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
