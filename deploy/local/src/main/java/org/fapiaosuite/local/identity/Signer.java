package org.fapiaosuite.local.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The provider's key (ES256), and what is signed with it. */
final class Signer {

  private static final int COORDINATE = 32;
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private final KeyPair pair;
  private final String keyId = UUID.randomUUID().toString();
  private final ObjectMapper json = new ObjectMapper();

  Signer() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      pair = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has P-256", e);
    }
  }

  /** A JWT in compact form. */
  String sign(String type, Map<String, Object> claims) {
    try {
      Map<String, String> header = Map.of("alg", "ES256", "kid", keyId, "typ", type);
      String content =
          encoded(json.writeValueAsBytes(header)) + "." + encoded(json.writeValueAsBytes(claims));
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(pair.getPrivate());
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + encoded(signature.sign());
    } catch (JsonProcessingException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public key, as a JSON Web Key Set. */
  Map<String, Object> keys() {
    ECPublicKey key = (ECPublicKey) pair.getPublic();
    return Map.of(
        "keys",
        List.of(
            Map.of(
                "kty", "EC",
                "use", "sig",
                "alg", "ES256",
                "crv", "P-256",
                "kid", keyId,
                "x", coordinate(key.getW().getAffineX()),
                "y", coordinate(key.getW().getAffineY()))));
  }

  private static String coordinate(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] padded = new byte[COORDINATE];
    int used = Math.min(bytes.length, COORDINATE);
    System.arraycopy(bytes, bytes.length - used, padded, COORDINATE - used, used);
    return encoded(padded);
  }

  private static String encoded(byte[] bytes) {
    return BASE64URL.encodeToString(bytes);
  }
}
