package org.fapiaosuite.gateway.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Set;
import org.fapiaosuite.gateway.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a request must look like to be considered at all: nothing that two programs on the way could
 * understand differently.
 */
final class RequestRules {

  static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

  private static final Set<HttpMethod> KNOWN =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE,
          HttpMethod.OPTIONS);

  /** Headers that mean something else when the second one is read. */
  private static final List<CharSequence> ONCE =
      List.of(
          HttpHeaders.HOST,
          HttpHeaders.AUTHORIZATION,
          HttpHeaders.CONTENT_TYPE,
          HttpHeaders.CONTENT_LENGTH,
          HttpHeaders.TRANSFER_ENCODING,
          HttpHeaders.IF_MATCH,
          "Idempotency-Key");

  private RequestRules() {}

  /** The first rule that is broken; null when all is well. */
  static @Nullable Problem broken(HttpServerRequest request) {
    if (!KNOWN.contains(request.method())) {
      return Problem.METHOD_NOT_ALLOWED;
    }
    if (!UriRules.isPlain(request.uri())) {
      return Problem.AMBIGUOUS_PATH;
    }
    MultiMap headers = request.headers();
    if (!headers.contains(HttpHeaders.HOST) && request.version() == HttpVersion.HTTP_1_1) {
      return Problem.UNREADABLE;
    }
    for (CharSequence name : ONCE) {
      if (headers.contains(name) && headers.getAll(name).size() > 1) {
        return Problem.UNREADABLE;
      }
    }
    return framing(headers);
  }

  private static @Nullable Problem framing(MultiMap headers) {
    String coding = headers.get(HttpHeaders.TRANSFER_ENCODING);
    if (coding != null && headers.contains(HttpHeaders.CONTENT_LENGTH)) {
      return Problem.UNREADABLE;
    }
    if (coding != null && !coding.strip().equalsIgnoreCase("chunked")) {
      return Problem.UNREADABLE;
    }
    String compressed = headers.get(HttpHeaders.CONTENT_ENCODING);
    if (compressed != null && !compressed.strip().equalsIgnoreCase("identity")) {
      return Problem.UNSUPPORTED_MEDIA_TYPE;
    }
    String expected = headers.get(HttpHeaders.EXPECT);
    if (expected != null && !expected.strip().equalsIgnoreCase("100-continue")) {
      return Problem.EXPECTATION_FAILED;
    }
    return null;
  }
}
