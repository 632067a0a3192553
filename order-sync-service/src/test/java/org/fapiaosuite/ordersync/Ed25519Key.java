package org.fapiaosuite.ordersync;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/** An asymmetric key of the platform. */
public final class Ed25519Key {
  public static final Ed25519Key PRESENT = new Ed25519Key();
  public static final Ed25519Key NEXT = new Ed25519Key();

  /** One that the service has never been told of. */
  public static final Ed25519Key FOREIGN = new Ed25519Key();

  private static final int KEY_BYTES = 32;

  private final KeyPair pair = generate();

  private Ed25519Key() {}

  private static KeyPair generate() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@code whpk_} and base64 of the bare key, which are the last 32 bytes of its X.509 form. */
  public String told() {
    byte[] x509 = pair.getPublic().getEncoded();
    byte[] bare = Arrays.copyOfRange(x509, x509.length - KEY_BYTES, x509.length);
    return "whpk_" + Base64.getEncoder().encodeToString(bare);
  }

  String sign(byte[] content) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(pair.getPrivate());
      signature.update(content);
      return "v1a," + Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
