package org.fapiaosuite.account.exchange;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the identity providers of {@link TestIssuers} sign, by hand, so that no test depends on the
 * library that verifies.
 */
public final class TestIssuer {

  public static final String AUDIENCE = "admin-center";

  /** What staff sign in to. */
  public static final String DESK = "service-desk";

  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final int COORDINATE = 32;

  static Map<String, KeyPair> keys = Map.of();

  static {
    publish("rsa-1", "ec-1");
  }

  private TestIssuer() {}

  /** Names a customer in each token. */
  public static String customers() {
    return TestIssuers.base() + "/customers";
  }

  /** Names a mailbox only. */
  public static String mailboxes() {
    return TestIssuers.base() + "/mailboxes";
  }

  /** Is switched off in the configuration. */
  public static String retired() {
    return TestIssuers.base() + "/retired";
  }

  /** Names staff, and customers too. */
  public static String desk() {
    return TestIssuers.base() + "/desk";
  }

  /** What a token of a member of staff says; to be changed at will. */
  public static Map<String, Object> staff(String email, Object role) {
    Map<String, Object> claims = claims(desk(), email);
    claims.put("aud", DESK);
    claims.put("realm_access", Map.of("roles", role));
    return claims;
  }

  /** Has keys of these names from now on, and none of its old ones. */
  static void publish(String... names) {
    keys = Stream.of(names).collect(Collectors.toMap(name -> name, TestIssuer::pair));
    put("/keys", json(Map.of("keys", keys.entrySet().stream().map(TestIssuer::jwk).toList())));
  }

  static KeyPair key(String name) {
    return Objects.requireNonNull(keys.get(name), name);
  }

  /** Answers with 503, or as it should again. */
  static void goAway(boolean gone) {
    put("/away", String.valueOf(gone));
  }

  /** How often somebody asked for the keys. */
  static int keysAsked() {
    return Integer.parseInt(send(HttpRequest.newBuilder(uri("/asked")).build()));
  }

  private static void put(String path, String body) {
    send(HttpRequest.newBuilder(uri(path)).PUT(BodyPublishers.ofString(body)).build());
  }

  private static URI uri(String path) {
    return URI.create(TestIssuers.base() + path);
  }

  private static String send(HttpRequest request) {
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a token of somebody says; to be changed at will. */
  public static Map<String, Object> claims(String issuer, String email) {
    Map<String, Object> claims = new HashMap<>();
    Instant now = Instant.now();
    claims.put("iss", issuer);
    claims.put("sub", UUID.nameUUIDFromBytes(email.getBytes(UTF_8)).toString());
    claims.put("aud", AUDIENCE);
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(LIFE).getEpochSecond());
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("email", email);
    if (!issuer.equals(mailboxes())) {
      claims.put("email_verified", true);
      claims.put("customer_id", "contoso-" + email.hashCode());
    }
    return claims;
  }

  /** Signed with the issuer's first key. */
  public static String token(Map<String, Object> claims) {
    return mailboxes().equals(claims.get("iss"))
        ? signed(header("ES256", "ec-1"), claims, key("ec-1").getPrivate())
        : signed(header("RS256", "rsa-1"), claims, key("rsa-1").getPrivate());
  }

  static Map<String, Object> header(String algorithm, String keyId) {
    return new HashMap<>(Map.of("alg", algorithm, "kid", keyId, "typ", "JWT"));
  }

  static String signed(Map<String, Object> header, Map<String, Object> claims, PrivateKey key) {
    String content = content(header, claims);
    return content + "." + encoded(signature(content, key));
  }

  static String content(Map<String, Object> header, Map<String, Object> claims) {
    return encoded(json(header).getBytes(UTF_8)) + "." + encoded(json(claims).getBytes(UTF_8));
  }

  private static byte[] signature(String content, PrivateKey key) {
    try {
      Signature signature =
          Signature.getInstance(
              key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
      signature.initSign(key);
      signature.update(content.getBytes(US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String encoded(byte[] bytes) {
    return BASE64URL.encodeToString(bytes);
  }

  static KeyPair pair(String name) {
    try {
      boolean rsa = name.startsWith("rsa");
      KeyPairGenerator generator = KeyPairGenerator.getInstance(rsa ? "RSA" : "EC");
      if (rsa) {
        generator.initialize(2048);
      } else {
        generator.initialize(new ECGenParameterSpec("secp256r1"));
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> jwk(Map.Entry<String, KeyPair> key) {
    Map<String, Object> jwk = new HashMap<>(Map.of("kid", key.getKey(), "use", "sig"));
    if (key.getValue().getPublic() instanceof RSAPublicKey rsa) {
      jwk.putAll(
          Map.of(
              "kty", "RSA",
              "n", encoded(unsigned(rsa.getModulus(), rsa.getModulus().bitLength() / 8)),
              "e", encoded(rsa.getPublicExponent().toByteArray())));
    } else if (key.getValue().getPublic() instanceof ECPublicKey ec) {
      jwk.putAll(
          Map.of(
              "kty",
              "EC",
              "crv",
              "P-256",
              "x",
              encoded(unsigned(ec.getW().getAffineX(), COORDINATE)),
              "y",
              encoded(unsigned(ec.getW().getAffineY(), COORDINATE))));
    }
    return jwk;
  }

  static byte[] unsigned(BigInteger number, int length) {
    byte[] bytes = number.toByteArray();
    byte[] padded = new byte[length];
    int from = Math.max(0, bytes.length - length);
    System.arraycopy(bytes, from, padded, length - (bytes.length - from), bytes.length - from);
    return padded;
  }

  static String json(Object value) {
    try {
      return new ObjectMapper().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
