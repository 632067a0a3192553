package org.fapiaosuite.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.fapiaosuite.simulator.deliveries.Signer;
import org.junit.jupiter.api.Test;

class SignerTest {

  /** The example of the specification. */
  @Test
  void the_example_of_standard_webhooks_comes_out() {
    Signer signer = new Signer(List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

    String signature =
        signer.sign(
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            1614265330,
            "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));

    assertEquals("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", signature);
  }

  @Test
  void with_an_ed25519_key_the_scheme_is_v1a() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] pkcs8 = pair.getPrivate().getEncoded();
    byte[] seed = Arrays.copyOfRange(pkcs8, pkcs8.length - 32, pkcs8.length);
    Signer signer =
        new Signer(
            List.of(TestPlatform.SECRET, "whsk_" + Base64.getEncoder().encodeToString(seed)));

    String[] signatures =
        signer.sign("msg_1", 7, "body".getBytes(StandardCharsets.UTF_8)).split(" ");

    assertEquals(2, signatures.length);
    assertTrue(signatures[0].startsWith("v1,"));
    Signature check = Signature.getInstance("Ed25519");
    check.initVerify(pair.getPublic());
    check.update("msg_1.7.body".getBytes(StandardCharsets.UTF_8));
    assertTrue(check.verify(Base64.getDecoder().decode(signatures[1].substring("v1a,".length()))));
  }
}
