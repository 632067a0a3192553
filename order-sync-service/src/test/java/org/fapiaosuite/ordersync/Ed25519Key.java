package org.fapiaosuite.ordersync;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/** The platform's asymmetric key. */
public final class Ed25519Key {
  private static final KeyPair PAIR = generate();
  private static final int KEY_BYTES = 32;

  /** {@code whpk_} and base64 of the bare key, which are the last 32 bytes of its X.509 form. */
  public static final String PUBLIC = "whpk_" + Base64.getEncoder().encodeToString(bare());

  private Ed25519Key() {}

  private static KeyPair generate() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bare() {
    byte[] x509 = PAIR.getPublic().getEncoded();
    return Arrays.copyOfRange(x509, x509.length - KEY_BYTES, x509.length);
  }

  static String sign(byte[] content) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(PAIR.getPrivate());
      signature.update(content);
      return "v1a," + Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
