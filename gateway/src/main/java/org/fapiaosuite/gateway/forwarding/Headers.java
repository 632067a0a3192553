package org.fapiaosuite.gateway.forwarding;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fapiaosuite.gateway.visit.SecurityHeaders;

/** Which headers are for the next hop only, or not for the outside. */
final class Headers {

  private static final List<String> HOP_BY_HOP =
      List.of(
          "Connection",
          "Keep-Alive",
          "Proxy-Authenticate",
          "Proxy-Authorization",
          "Proxy-Connection",
          "TE",
          "Trailer",
          "Upgrade",
          "HTTP2-Settings");

  private static final List<String> INSIDE =
      List.of("Server", "X-Powered-By", "Via", "X-Forwarded-Host", "RateLimit", "RateLimit-Policy");

  /** What a caller may not have taken out by naming it in {@code Connection}. */
  private static final Set<String> KEPT =
      Set.of(
          "host",
          "authorization",
          "cookie",
          "content-type",
          "content-length",
          "transfer-encoding",
          "x-forwarded-for",
          "traceparent");

  private Headers() {}

  static void cleanRequest(MultiMap headers) {
    stripHopByHop(headers);
    headers.remove(HttpHeaders.EXPECT);
  }

  static void cleanResponse(MultiMap headers) {
    stripHopByHop(headers);
    INSIDE.forEach(headers::remove);
    SecurityHeaders.names().forEach(headers::remove);
    List<String> cors =
        headers.names().stream()
            .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"))
            .toList();
    cors.forEach(headers::remove);
  }

  /** A service names a new resource by its own address, which nobody outside can reach. */
  static void hideOrigin(MultiMap headers, String authority) {
    String location = headers.get(HttpHeaders.LOCATION);
    if (location != null) {
      String inside = "://" + authority + "/";
      int at = location.indexOf(inside);
      if (at > 0) {
        headers.set(HttpHeaders.LOCATION, location.substring(at + inside.length() - 1));
      }
    }
  }

  private static void stripHopByHop(MultiMap headers) {
    for (String listed : headers.getAll(HttpHeaders.CONNECTION)) {
      for (String name : listed.split(",")) {
        String header = name.strip().toLowerCase(Locale.ROOT);
        if (!header.isEmpty() && !KEPT.contains(header)) {
          headers.remove(header);
        }
      }
    }
    HOP_BY_HOP.forEach(headers::remove);
  }
}
