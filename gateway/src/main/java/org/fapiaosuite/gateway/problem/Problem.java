package org.fapiaosuite.gateway.problem;

/**
 * Every problem the gateway itself answers with; services have their own catalogues.
 *
 * <p>The slug is the stable name a program may rely on ({@code urn:fapiaosuite:problem:<slug>});
 * title and detail live under {@code <slug>.title} and {@code <slug>.detail} in the {@code
 * problems} bundles, in Chinese, English and German.
 */
public enum Problem {
  UNREADABLE(400, "unreadable"),
  AMBIGUOUS_PATH(400, "ambiguous-path"),
  FORBIDDEN_ORIGIN(403, "forbidden-origin"),
  NOT_FOUND(404, "not-found"),
  METHOD_NOT_ALLOWED(405, "method-not-allowed"),
  REQUEST_TIMEOUT(408, "request-timeout"),
  TOO_LARGE(413, "too-large"),
  URI_TOO_LONG(414, "uri-too-long"),
  UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type"),
  EXPECTATION_FAILED(417, "expectation-failed"),
  TOO_MANY_REQUESTS(429, "too-many-requests"),
  HEADERS_TOO_LARGE(431, "headers-too-large"),
  INTERNAL(500, "internal"),
  BAD_GATEWAY(502, "bad-gateway"),
  UNAVAILABLE(503, "unavailable"),
  GATEWAY_TIMEOUT(504, "gateway-timeout");

  private final int status;
  private final String slug;

  Problem(int status, String slug) {
    this.status = status;
    this.slug = slug;
  }

  /** HTTP status code of every answer with this problem. */
  public int status() {
    return status;
  }

  /** Stable name, also the key of the texts. */
  public String slug() {
    return slug;
  }
}
