package org.fapiaosuite.local.keys;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A folder of keys, each made when it is first asked for: elliptic curve keys on P-256 as PKCS#8
 * PEM, their public halves as one JWK set, and random secrets of 32 bytes.
 */
public final class Keys {
  private static final int COORDINATE_BYTES = 32;
  private static final int SECRET_BYTES = 32;
  private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

  private final Path folder;
  private final SecureRandom random = new SecureRandom();

  public Keys(Path folder) {
    this.folder = folder;
  }

  /** The path of a private key in PEM; next to it lies its public half as a JWK. */
  public Path signingKey(String name) throws IOException {
    Path pem = folder.resolve(name + ".pem");
    if (!Files.exists(pem)) {
      KeyPair pair = generate();
      PrivateFile.write(publicKey(name), jwk(name, (ECPublicKey) pair.getPublic()));
      PrivateFile.write(pem, pem(pair));
    }
    return pem;
  }

  /** The path of a JWK set with the public keys of these names, each under its name as kid. */
  public Path trust(List<String> names) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Object> keys = new ArrayList<>();
    for (String name : names) {
      signingKey(name);
      keys.add(json.readTree(publicKey(name).toFile()));
    }
    Path trust = folder.resolve("trust.jwks.json");
    PrivateFile.write(trust, json.writeValueAsString(Map.of("keys", keys)));
    return trust;
  }

  /** 32 random bytes, base64. */
  public String secret(String name) throws IOException {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return kept(name, Base64.getEncoder().encodeToString(bytes));
  }

  /** A webhook secret as Standard Webhooks writes it. */
  public String webhookSecret(String name) throws IOException {
    return "whsec_" + secret(name);
  }

  /** A password for people: four groups of four letters or digits that cannot be mistaken. */
  public String password(String name) throws IOException {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      password.append(i > 0 && i % 4 == 0 ? "-" : "");
      password.append(READABLE.charAt(random.nextInt(READABLE.length())));
    }
    return kept(name, password.toString());
  }

  private String kept(String name, String candidate) throws IOException {
    Path file = folder.resolve(name + ".secret");
    if (!Files.exists(file)) {
      PrivateFile.write(file, candidate);
    }
    return Files.readString(file);
  }

  private Path publicKey(String name) {
    return folder.resolve(name + ".jwk.json");
  }

  private static KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has P-256", e);
    }
  }

  private static String pem(KeyPair pair) {
    String body =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pair.getPrivate().getEncoded());
    return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
  }

  private static String jwk(String name, ECPublicKey key) throws IOException {
    Map<String, String> jwk = new LinkedHashMap<>();
    jwk.put("kty", "EC");
    jwk.put("crv", "P-256");
    jwk.put("use", "sig");
    jwk.put("alg", "ES256");
    jwk.put("kid", name);
    jwk.put("x", coordinate(key.getW().getAffineX()));
    jwk.put("y", coordinate(key.getW().getAffineY()));
    return new ObjectMapper().writeValueAsString(jwk);
  }

  /** Unsigned, of fixed length. */
  private static String coordinate(BigInteger value) {
    byte[] bytes = value.toByteArray();
    byte[] fixed = new byte[COORDINATE_BYTES];
    int length = Math.min(bytes.length, COORDINATE_BYTES);
    System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
  }
}
