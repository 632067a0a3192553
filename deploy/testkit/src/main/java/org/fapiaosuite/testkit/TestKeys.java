package org.fapiaosuite.testkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The keys of the tests of one build, P-256: in a folder as PKCS#8 PEM by name, their public halves
 * in JWK sets with the name as key id.
 */
public record TestKeys(Path folder) {
  static final String ACCOUNT = "account-service";

  /** Whose keys there are. */
  public static final List<String> NAMES =
      List.of(ACCOUNT, "order-sync-service", "fapiao-service", "notification-service");

  private static final int COORDINATE_BYTES = 32;

  static TestKeys in(Path infrastructure) {
    TestKeys keys = new TestKeys(infrastructure.resolve("keys"));
    if (!Files.exists(keys.serviceTrust())) {
      try {
        keys.generate();
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot write keys", e);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("Every JDK has P-256", e);
      }
    }
    return keys;
  }

  static TestKeys published() {
    return in(Path.of(SharedInfrastructure.published("folder")));
  }

  /** The JWK set that access tokens are verified with. */
  public Path accessTokenKeys() {
    return folder.resolve("access.jwks.json");
  }

  /** The JWK set with the public keys of all services. */
  public Path serviceTrust() {
    return folder.resolve("trust.jwks.json");
  }

  /** The private key of a service, PKCS#8 PEM. */
  public Path pem(String name) {
    return folder.resolve(name + ".pem");
  }

  PrivateKey privateKey(String name) {
    try {
      String base64 = Files.readString(pem(name)).replaceAll("-----[A-Z ]+-----|\\s", "");
      return KeyFactory.getInstance("EC")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + pem(name), e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Not a key: " + pem(name), e);
    }
  }

  private void generate() throws IOException, GeneralSecurityException {
    Files.createDirectories(folder);
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    List<Map<String, String>> publicKeys = new ArrayList<>();
    for (String name : NAMES) {
      KeyPair pair = generator.generateKeyPair();
      String body = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
      Files.writeString(
          pem(name), "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
      publicKeys.add(jwk(name, (ECPublicKey) pair.getPublic()));
    }
    writeSet(accessTokenKeys(), publicKeys.subList(0, 1));
    writeSet(serviceTrust(), publicKeys);
  }

  private static void writeSet(Path file, List<Map<String, String>> keys) throws IOException {
    new ObjectMapper().writeValue(file.toFile(), Map.of("keys", keys));
  }

  private static Map<String, String> jwk(String name, ECPublicKey key) {
    return Map.of(
        "kty", "EC",
        "crv", "P-256",
        "use", "sig",
        "alg", "ES256",
        "kid", name,
        "x", coordinate(key.getW().getAffineX()),
        "y", coordinate(key.getW().getAffineY()));
  }

  private static String coordinate(BigInteger value) {
    byte[] bytes = value.toByteArray();
    byte[] fixed = new byte[COORDINATE_BYTES];
    int length = Math.min(bytes.length, COORDINATE_BYTES);
    System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
  }
}
