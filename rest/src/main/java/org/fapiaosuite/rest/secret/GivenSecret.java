package org.fapiaosuite.rest.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A secret as the operator gave it, and what can be seen to be wrong with it. A good key cannot be
 * told from a bad one by looking, but the usual placeholders can.
 *
 * @param property where it was given
 * @param weakness what is wrong with it, null for nothing
 */
public record GivenSecret(String property, Optional<String> weakness) {

  /**
   * Stands in a setting for a secret that was not given, so that all of them can be told at once.
   */
  public static final String MISSING = "-";

  private static final String IS_MISSING = "is missing";

  /**
   * A key for encryption or HMAC.
   *
   * @param base64 the key
   * @param length in bytes, exactly
   */
  public static GivenSecret key(String property, String base64, int length) {
    if (isMissing(base64)) {
      return weak(property, IS_MISSING);
    }
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

  /**
   * A file that holds a key.
   *
   * @param path where it is
   */
  public static GivenSecret file(String property, String path) {
    if (isMissing(path)) {
      return weak(property, IS_MISSING);
    }
    return isReadable(path)
        ? new GivenSecret(property, Optional.empty())
        : weak(property, "names no file that can be read: " + path);
  }

  /** This secret with a flaw that only who knows what it is for can see. */
  public GivenSecret unless(Supplier<Optional<String>> flaw) {
    return weakness.isPresent() ? this : new GivenSecret(property, flaw.get());
  }

  /** This secret, unless another one has the same value: then one betrays the other. */
  public GivenSecret otherThan(String property, boolean same) {
    return same && weakness.isEmpty() ? weak(this.property, "is the same as " + property) : this;
  }

  private static boolean isMissing(String text) {
    return text.isBlank() || text.equals(MISSING);
  }

  private static boolean isReadable(String path) {
    try {
      return Files.isReadable(Path.of(path)) && Files.isRegularFile(Path.of(path));
    } catch (InvalidPathException e) {
      return false;
    }
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
