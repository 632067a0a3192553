package org.fapiaosuite.notification.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Text of any language in a header field (RFC 2047), on one logical line whatever comes in. */
final class HeaderText {
  private static final int LONGEST_LINE = 76;
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9 ]{1,60}");
  private static final String START = "=?UTF-8?B?";
  private static final String END = "?=";

  /** UTF-8 bytes in one encoded word, so that it stays below 75 characters. */
  private static final int WORD_BYTES = 39;

  private HeaderText() {}

  /**
   * The text for a field.
   *
   * @param used characters the line holds already (name and colon)
   */
  static String encode(String text, int used) {
    String line = singleLine(text);
    boolean plain =
        used + line.length() <= LONGEST_LINE
            && !line.contains("=?")
            && line.chars().allMatch(c -> c >= ' ' && c <= '~');
    return plain ? line : words(line);
  }

  /** The text as a display name before an address. */
  static String phrase(String text) {
    String line = singleLine(text);
    return PLAIN_NAME.matcher(line).matches() ? line : words(line);
  }

  private static String words(String line) {
    StringBuilder words = new StringBuilder();
    int start = 0;
    int bytes = 0;
    for (int i = 0; i < line.length(); ) {
      int point = line.codePointAt(i);
      int length = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
      if (bytes + length > WORD_BYTES) {
        word(words, line.substring(start, i));
        start = i;
        bytes = 0;
      }
      bytes += length;
      i += Character.charCount(point);
    }
    word(words, line.substring(start));
    return words.toString();
  }

  private static void word(StringBuilder words, String chunk) {
    if (!words.isEmpty()) {
      words.append("\r\n ");
    }
    String encoded = Base64.getEncoder().encodeToString(chunk.getBytes(StandardCharsets.UTF_8));
    words.append(START).append(encoded).append(END);
  }

  /** Control characters, line ends above all, become blanks; lone surrogates a question mark. */
  private static String singleLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              boolean blank =
                  Character.isISOControl(c)
                      || Character.getType(c) == Character.LINE_SEPARATOR
                      || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
              line.appendCodePoint(
                  blank ? ' ' : Character.getType(c) == Character.SURROGATE ? '?' : c);
            });
    return line.toString().strip();
  }
}
