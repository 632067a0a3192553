package org.fapiaosuite.local.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
  @TempDir Path folder = Path.of("");
  private Keys keys = new Keys(folder);

  @BeforeEach
  void open() {
    keys = new Keys(folder);
  }

  @Test
  void what_a_service_signs_its_trusted_key_verifies() throws Exception {
    Path trust = keys.trust(List.of("fapiao-service", "notification-service"));
    byte[] content = "token".getBytes(StandardCharsets.UTF_8);

    Signature signing = Signature.getInstance("SHA256withECDSA");
    signing.initSign(privateKey(keys.signingKey("notification-service")));
    signing.update(content);
    byte[] signature = signing.sign();

    JsonNode jwk = new ObjectMapper().readTree(trust.toFile()).at("/keys/1");
    assertEquals("notification-service", jwk.path("kid").asText());
    Signature verifying = Signature.getInstance("SHA256withECDSA");
    verifying.initVerify(publicKey(jwk));
    verifying.update(content);
    assertTrue(verifying.verify(signature));
  }

  @Test
  void secrets_are_made_once() throws IOException {
    Keys later = new Keys(folder);

    assertEquals(keys.secret("master"), later.secret("master"));
    assertNotEquals(keys.secret("master"), keys.secret("other"));
    assertEquals(32, Base64.getDecoder().decode(keys.secret("master")).length);
    assertTrue(keys.webhookSecret("platform").matches("whsec_[A-Za-z0-9+/]{43}="));
    assertEquals(keys.password("staff"), later.password("staff"));
    assertTrue(keys.password("staff").matches("([a-z2-9]{4}-){3}[a-z2-9]{4}"));
  }

  @Test
  void only_the_owner_reads_them() throws IOException {
    keys.secret("master");
    keys.trust(List.of("fapiao-service"));

    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertEquals(
            "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      }
    }
  }

  private static PrivateKey privateKey(Path pem) throws Exception {
    String base64 = Files.readString(pem).replaceAll("-----[A-Z ]+-----|\\s", "");
    return KeyFactory.getInstance("EC")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
  }

  private static PublicKey publicKey(JsonNode jwk) throws Exception {
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    ECPoint point = new ECPoint(coordinate(jwk.path("x")), coordinate(jwk.path("y")));
    return KeyFactory.getInstance("EC")
        .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
  }

  private static BigInteger coordinate(JsonNode base64) {
    byte[] bytes = Base64.getUrlDecoder().decode(base64.asText());
    assertEquals(32, bytes.length);
    return new BigInteger(1, bytes);
  }
}
