package org.fapiaosuite.gateway.routing;

import io.vertx.core.http.HttpMethod;
import org.fapiaosuite.gateway.limits.Limit;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table.
 *
 * @param pattern path; <code>{name}</code> stands for one segment, a final {@code /**} for any more
 *     or none
 * @param target what stands in the place of the pattern's fixed part at the service
 * @param maxBodyBytes larger bodies are refused
 * @param limit what {@code limitedMethod} is counted under
 * @param limitedMethod null for any method
 * @param streaming whether answers stay open (server-sent events)
 * @param signsOut whether a DELETE ends the caller's session, so that their browser should forget
 */
public record Route(
    Upstream upstream,
    String pattern,
    String target,
    int maxBodyBytes,
    Limit limit,
    @Nullable HttpMethod limitedMethod,
    boolean streaming,
    boolean signsOut) {

  private static final int KIB = 1024;
  private static final String REST = "/**";

  static Route to(Upstream upstream, String pattern) {
    String fixed = fixed(pattern);
    return new Route(upstream, pattern, fixed, 64 * KIB, Limit.GENERAL, null, false, false);
  }

  Route servedAs(String path) {
    return new Route(
        upstream, pattern, path, maxBodyBytes, limit, limitedMethod, streaming, signsOut);
  }

  Route bodyUpToKib(int kib) {
    return new Route(
        upstream, pattern, target, kib * KIB, limit, limitedMethod, streaming, signsOut);
  }

  Route limited(HttpMethod method, Limit special) {
    return new Route(upstream, pattern, target, maxBodyBytes, special, method, streaming, signsOut);
  }

  Route staysOpen() {
    return new Route(upstream, pattern, target, maxBodyBytes, limit, limitedMethod, true, signsOut);
  }

  Route endsSession() {
    return new Route(
        upstream, pattern, target, maxBodyBytes, limit, limitedMethod, streaming, true);
  }

  /** What requests with this method are counted under. */
  public Limit limit(HttpMethod method) {
    return limitedMethod == null || limitedMethod.equals(method) ? limit : Limit.GENERAL;
  }

  /** Whether the segments of a path fit the pattern's. */
  boolean matches(String[] path, String[] segments) {
    if (path.length < segments.length || (path.length > segments.length && !isOpen())) {
      return false;
    }
    for (int i = 0; i < segments.length; i++) {
      boolean same = segments[i].startsWith("{") ? !path[i].isEmpty() : segments[i].equals(path[i]);
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private boolean isOpen() {
    return pattern.endsWith(REST);
  }

  /** The segments of the pattern without the open end; the first is empty. */
  String[] segments() {
    return fixed(pattern).split("/", -1);
  }

  /** The path at the service. */
  public String targetOf(String path) {
    String fixed = fixed(pattern);
    return target.equals(fixed) ? path : target + path.substring(fixed.length());
  }

  private static String fixed(String pattern) {
    return pattern.endsWith(REST)
        ? pattern.substring(0, pattern.length() - REST.length())
        : pattern;
  }
}
