package org.fapiaosuite.rest.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsAtStartTest {

  @TempDir Path folder;

  private static final byte[] RANDOM =
      Base64.getDecoder().decode("q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k=");

  @Test
  void a_placeholder_for_a_key_is_seen() {
    assertEquals(Optional.empty(), key(RANDOM));
    assertEquals(Optional.of("repeats one byte"), key(new byte[32]));
    assertEquals(Optional.of("repeats one byte"), key(filled(32, -1)));
    assertEquals(
        Optional.of("is text, not random bytes"),
        key("0123456789abcdef0123456789abcdef".getBytes(UTF_8)));
    assertEquals(Optional.of("is text, not random bytes"), key(filled(32, 'x')));
    assertEquals(Optional.of("must be 32 bytes in base64"), key(Arrays.copyOf(RANDOM, 31)));
    assertEquals(
        Optional.of("must be 32 bytes in base64"),
        GivenSecret.key("k", "not base64!", 32).weakness());
  }

  @Test
  void a_secret_shared_with_others_may_be_text_but_not_short() {
    assertEquals(Optional.empty(), shared("0123456789abcdef01234567".getBytes(UTF_8)));
    assertEquals(
        Optional.of("must be 24 bytes or more in base64"),
        shared("0123456789abcdef0123456".getBytes(UTF_8)));
    assertEquals(Optional.of("repeats one byte"), shared(filled(64, 0)));
  }

  @Test
  void a_password_may_not_be_short_either() {
    assertEquals(Optional.empty(), GivenSecret.password("p", "12345678", 8).weakness());
    assertEquals(
        Optional.of("must have 8 characters or more"),
        GivenSecret.password("p", "1234567", 8).weakness());
    assertEquals(
        Optional.of("repeats one byte"), GivenSecret.password("p", "xxxxxxxx", 8).weakness());
  }

  @Test
  void a_key_that_was_not_given_is_told_from_one_that_is_too_short() {
    assertEquals(
        Optional.of("is missing"), GivenSecret.key("k", GivenSecret.MISSING, 32).weakness());
    assertEquals(Optional.of("is missing"), GivenSecret.key("k", " ", 32).weakness());
    assertEquals(Optional.of("is missing"), GivenSecret.file("k", GivenSecret.MISSING).weakness());
  }

  @Test
  void a_file_of_a_key_must_be_one() throws IOException {
    Path key = Files.writeString(folder.resolve("key.pem"), "key");

    assertEquals(Optional.empty(), GivenSecret.file("k", key.toString()).weakness());
    assertEquals(
        Optional.of("names no file that can be read: " + folder),
        GivenSecret.file("k", folder.toString()).weakness());
    assertEquals(
        Optional.of("names no file that can be read: /nowhere"),
        GivenSecret.file("k", "/nowhere").weakness());
  }

  @Test
  void one_secret_for_two_purposes_is_seen() {
    GivenSecret good = GivenSecret.key("a", text(RANDOM), 32);

    assertEquals(Optional.empty(), good.otherThan("b", false).weakness());
    assertEquals(Optional.of("is the same as b"), good.otherThan("b", true).weakness());
    assertEquals(
        Optional.of("is missing"), GivenSecret.key("a", "", 32).otherThan("b", true).weakness());
  }

  @Test
  void all_of_them_are_named_in_one_message_and_none_is_told() {
    // Given
    SecretsAtStart start =
        new SecretsAtStart(
            List.of(
                () -> List.of(GivenSecret.key("b.master", text(new byte[32]), 32)),
                () ->
                    List.of(
                        GivenSecret.key("fine", text(RANDOM), 32),
                        GivenSecret.password("a.password", "hunter2", 8))));

    // When
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> start.check(new StartupEvent()));

    // Then
    assertEquals(
        "does not start, secrets are none: a.password must have 8 characters or more;"
            + " b.master repeats one byte",
        refused.getMessage());
  }

  private static Optional<String> key(byte[] bytes) {
    return GivenSecret.key("k", text(bytes), 32).weakness();
  }

  private static Optional<String> shared(byte[] bytes) {
    return GivenSecret.shared("s", text(bytes), 24).weakness();
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
