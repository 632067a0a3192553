package org.fapiaosuite.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A value that gives itself away wherever it is kept.
 *
 * @param kind what it is to its owner
 * @param places where it may be in the clear; logs never
 */
record Canary(String kind, String value, Set<String> places) {

  /** What only its owner may know: in the clear nowhere. */
  static Canary secret(String kind, String value) {
    if (value.length() < 8) {
      throw new IllegalArgumentException(kind + " is too common a word to be looked for");
    }
    return new Canary(kind, value, Set.of());
  }

  /** The ways in which it may be written: as it is, in a URL, in ASCII JSON, in bytes. */
  List<String> writings() {
    byte[] bytes = value.getBytes(UTF_8);
    return List.of(
        value,
        URLEncoder.encode(value, UTF_8),
        escaped(value),
        HexFormat.of().formatHex(bytes),
        Base64.getEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Whether a text has it; not as a piece of a longer word, which would be another value. */
  boolean isIn(String text) {
    return writings().stream()
        .anyMatch(
            writing ->
                text.contains(writing)
                    && Pattern.compile(
                            "(?<![0-9A-Za-z])" + Pattern.quote(writing) + "(?![0-9A-Za-z])")
                        .matcher(text)
                        .find());
  }

  private static String escaped(String text) {
    return text.chars()
        .mapToObj(c -> c < 128 ? Character.toString(c) : "\\u%04x".formatted(c))
        .collect(Collectors.joining());
  }
}
