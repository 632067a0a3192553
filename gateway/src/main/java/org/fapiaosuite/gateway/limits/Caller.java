package org.fapiaosuite.gateway.limits;

import io.vertx.core.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.fapiaosuite.gateway.visit.Visit;

/**
 * Whom a request is counted for.
 *
 * @param name never shown to anybody
 */
public record Caller(Limit limit, String name) {

  /** A network of IPv6 belongs to one customer; its single addresses cost nothing. */
  private static final int IPV6_GROUPS = 4;

  /** All counts a request must pass, in this order. */
  public static List<Caller> of(Limit limit, Visit visit) {
    String network = network(visit.client());
    return switch (limit) {
      case LOGIN, EXCHANGE, REGISTRATION, RESEND, RESET, CLAIM, ADDRESS ->
          List.of(new Caller(limit, network));
      case PUSH -> List.of(new Caller(limit, platform(visit.path()) + ' ' + network));
      case GENERAL -> {
        String token = visit.request().getHeader(HttpHeaders.AUTHORIZATION);
        yield token == null
            ? List.of(new Caller(limit, network))
            : List.of(new Caller(Limit.ADDRESS, network), new Caller(limit, hash(token)));
      }
    };
  }

  /** The third segment of {@code /api/v1/platforms/{platform}/events}. */
  private static String platform(String path) {
    String[] segments = path.split("/", 6);
    return segments.length > 4 ? segments[4] : "";
  }

  private static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    String[] groups = address.split(":");
    return String.join(":", List.of(groups).subList(0, Math.min(IPV6_GROUPS, groups.length)));
  }

  private static String hash(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
