package org.fapiaosuite.account.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One key from configuration, and a key of its own for each purpose (HMAC-SHA-256 of its name). */
@Singleton
public class MasterKey {

  private static final String HMAC = "HmacSHA256";
  static final int LENGTH = 32;

  private final byte[] key;

  MasterKey(KeysConfig config) {
    this.key = Base64.getDecoder().decode(config.master().strip());
    if (key.length != LENGTH) {
      throw new IllegalStateException("fapiao.account.keys.master must be 32 bytes in base64");
    }
  }

  /**
   * The 32-byte HMAC-SHA-256 of a message under the key of a purpose.
   *
   * @param purpose a constant of the calling feature, for example {@code refresh-token}
   */
  public byte[] mac(String purpose, byte[] message) {
    return hmac(hmac(key, purpose.getBytes(UTF_8)), message);
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }
}
