package org.fapiaosuite.account.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** SHA-256, enough to store a secret of 112 bits or more (OWASP ASVS 5.0, 6.5.2). */
public final class Sha256 {

  private Sha256() {}

  /** The digest of the text in UTF-8, itself as text: 43 characters of base64url. */
  public static String of(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
