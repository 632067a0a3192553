package org.fapiaosuite.rest.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;

/**
 * A secret as the operator gave it, and what can be seen to be wrong with it. A good key cannot be
 * told from a bad one by looking, but the usual placeholders can.
 *
 * @param property where it was given
 * @param weakness what is wrong with it, null for nothing
 */
public record GivenSecret(String property, Optional<String> weakness) {

  /**
   * A key for encryption or HMAC.
   *
   * @param base64 the key
   * @param length in bytes, exactly
   */
  public static GivenSecret key(String property, String base64, int length) {
    byte[] bytes = bytes(base64);
    if (bytes.length != length) {
      return weak(property, "must be " + length + " bytes in base64");
    }
    return isText(bytes) ? weak(property, "is text, not random bytes") : repeated(property, bytes);
  }

  /**
   * A secret shared with somebody outside, who may have chosen a text.
   *
   * @param base64 the secret
   * @param fewest the fewest bytes
   */
  public static GivenSecret shared(String property, String base64, int fewest) {
    byte[] bytes = bytes(base64);
    return bytes.length < fewest
        ? weak(property, "must be " + fewest + " bytes or more in base64")
        : repeated(property, bytes);
  }

  /**
   * A password.
   *
   * @param fewest the fewest characters
   */
  public static GivenSecret password(String property, String text, int fewest) {
    return text.length() < fewest
        ? weak(property, "must have " + fewest + " characters or more")
        : repeated(property, text.getBytes(UTF_8));
  }

  private static GivenSecret repeated(String property, byte[] bytes) {
    for (byte each : bytes) {
      if (each != bytes[0]) {
        return new GivenSecret(property, Optional.empty());
      }
    }
    return weak(property, "repeats one byte");
  }

  private static GivenSecret weak(String property, String weakness) {
    return new GivenSecret(property, Optional.of(weakness));
  }

  /** Of 32 random bytes all are printable once in twenty million million times. */
  private static boolean isText(byte[] bytes) {
    for (byte each : bytes) {
      boolean printable =
          (each >= ' ' && each <= '~') || each == '\n' || each == '\r' || each == '\t';
      if (!printable) {
        return false;
      }
    }
    return true;
  }

  /** None for what is no base64. */
  private static byte[] bytes(String base64) {
    try {
      return Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
