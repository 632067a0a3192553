package org.fapiaosuite.fapiao.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts for the database (AES-256-GCM; one version byte, 12 bytes nonce, ciphertext with tag)
 * and makes keyed codes (HMAC-SHA-256).
 */
@ApplicationScoped
public class Sealing {

  private static final byte VERSION = 1;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  static final int KEY = 32;

  private final SecureRandom random = new SecureRandom();
  private final SecretKey encryption;
  private final SecretKey master;

  Sealing(SealingConfig config) {
    encryption = new SecretKeySpec(key(config.encryptionKey(), "encryption-key"), "AES");
    master = new SecretKeySpec(key(config.keys().master(), "keys.master"), "HmacSHA256");
  }

  /** Encrypts; the same text gives other bytes each time. */
  public byte[] seal(byte[] plain) {
    try {
      byte[] nonce = new byte[NONCE];
      random.nextBytes(nonce);
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, encryption, new GCMParameterSpec(TAG_BITS, nonce));
      byte[] sealed = cipher.doFinal(plain);
      return ByteBuffer.allocate(1 + NONCE + sealed.length)
          .put(VERSION)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot encrypt", e);
    }
  }

  /**
   * Decrypts what {@link #seal} made.
   *
   * @throws IllegalStateException when it was made with another key or was altered
   */
  public byte[] open(byte[] sealed) {
    try {
      if (sealed.length <= 1 + NONCE || sealed[0] != VERSION) {
        throw new IllegalStateException("not sealed by this version");
      }
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE, encryption, new GCMParameterSpec(TAG_BITS, sealed, 1, NONCE));
      return cipher.doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot decrypt", e);
    }
  }

  /** A keyed code that only this service can make: the same for the same purpose and subject. */
  public byte[] code(String purpose, String subject) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(master);
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(subject.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot make a code", e);
    }
  }

  private static byte[] key(String base64, String name) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException notBase64) {
      throw new IllegalStateException("fapiao.invoicing." + name + " is not base64");
    }
    if (bytes.length != KEY) {
      throw new IllegalStateException("fapiao.invoicing." + name + " has not 32 bytes");
    }
    return bytes;
  }
}
