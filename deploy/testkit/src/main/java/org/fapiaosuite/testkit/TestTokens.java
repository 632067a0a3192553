package org.fapiaosuite.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Bearer tokens as account-service issues them, and those of the services, valid for five minutes.
 * Signed here by hand, so that a test does not depend on the library that verifies.
 */
public final class TestTokens {
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  /** How long a token is handed out again, so that it has most of its life before it each time. */
  private static final Duration FRESH = LIFE.dividedBy(5);

  private static final Map<List<Object>, Issued> issued = new ConcurrentHashMap<>();

  private TestTokens() {}

  private record Issued(Instant at, String token) {}

  /** A customer with an account of their own, linked to these {@code <platform>:<customerId>}. */
  public static String customer(String... customerIds) {
    return customer(UUID.randomUUID(), customerIds);
  }

  /** A customer with this account. */
  public static String customer(UUID accountId, String... customerIds) {
    return access(accountId, List.of("CUSTOMER"), List.of(customerIds));
  }

  /** Somebody of the service centre: CLERK, LEAD, ADMIN, AUDITOR or SUPPORT. */
  public static String staff(String role) {
    return staff(UUID.randomUUID(), role);
  }

  /** Somebody of the service centre with this account. */
  public static String staff(UUID accountId, String role) {
    return access(accountId, List.of(role), List.of());
  }

  /** One service calling another, for example notification-service calling account-service. */
  public static String service(String caller, String callee) {
    Map<String, Object> claims = claims(caller, callee);
    claims.put("sub", caller);
    claims.put("groups", List.of("SERVICE"));
    return sign(caller, "JWT", claims);
  }

  /** Any claims, on top of those every access token has; for tests of refusal. */
  public static String with(Map<String, Object> more) {
    Map<String, Object> claims = claims("fapiao-suite", "fapiao-suite");
    claims.putAll(more);
    return sign(TestKeys.ACCOUNT, "at+jwt", claims);
  }

  /** Claims as every access token has them, to be changed at will. */
  public static Map<String, Object> claims() {
    return claims("fapiao-suite", "fapiao-suite");
  }

  /** Any header and any claims, well signed with the key of access tokens; for tests of refusal. */
  public static String signed(Map<String, Object> header, Map<String, Object> claims) {
    return sign(TestKeys.ACCOUNT, header, claims);
  }

  private static String access(UUID accountId, List<String> groups, List<String> customerIds) {
    Instant now = Instant.now();
    return issued
        .compute(
            List.of(accountId, groups, customerIds),
            (who, known) ->
                known != null && known.at().plus(FRESH).isAfter(now)
                    ? known
                    : new Issued(
                        now,
                        with(
                            Map.of(
                                "sub",
                                accountId.toString(),
                                "groups",
                                groups,
                                "customerIds",
                                customerIds,
                                "epoch",
                                0))))
        .token();
  }

  private static Map<String, Object> claims(String issuer, String audience) {
    Instant now = Instant.now();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", issuer);
    claims.put("aud", audience);
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(LIFE).getEpochSecond());
    claims.put("jti", UUID.randomUUID().toString());
    return claims;
  }

  private static String sign(String key, String type, Map<String, Object> claims) {
    return sign(key, Map.of("alg", "ES256", "typ", type, "kid", key), claims);
  }

  private static String sign(String key, Map<String, Object> header, Map<String, Object> claims) {
    ObjectMapper json = new ObjectMapper();
    try {
      String content =
          encoded(json.writeValueAsBytes(header)) + "." + encoded(json.writeValueAsBytes(claims));
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(TestKeys.published().privateKey(key));
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + encoded(signature.sign());
    } catch (JsonProcessingException | GeneralSecurityException e) {
      throw new IllegalStateException("Cannot sign a test token", e);
    }
  }

  private static String encoded(byte[] bytes) {
    return BASE64URL.encodeToString(bytes);
  }
}
