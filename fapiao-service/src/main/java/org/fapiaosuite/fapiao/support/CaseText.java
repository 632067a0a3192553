package org.fapiaosuite.fapiao.support;

import java.text.Normalizer;
import java.util.Optional;
import org.fapiaosuite.fapiao.problem.Violations;

/**
 * What people write in a conversation: any script, several lines, signs and emoji; no control
 * characters, nor such as turn the direction of writing.
 */
public final class CaseText {

  /** The most characters (code points) of one message. */
  public static final int LONGEST = 2000;

  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private CaseText() {}

  /** The text in the form in which it is kept; empty after naming what is wrong with it. */
  public static Optional<String> read(String field, String typed, Violations violations) {
    String text =
        Normalizer.normalize(typed, Normalizer.Form.NFC).replaceAll("\\r\\n?", "\n").strip();
    if (text.isEmpty()) {
      violations.add(field, "violation.blank");
    } else if (text.codePointCount(0, text.length()) > LONGEST) {
      violations.add(field, "violation.too-long", LONGEST);
    } else if (!text.codePoints().allMatch(CaseText::isWritten)) {
      violations.add(field, "violation.text");
    } else {
      return Optional.of(text);
    }
    return Optional.empty();
  }

  private static boolean isWritten(int at) {
    return switch (Character.getType(at)) {
      case Character.CONTROL -> at == '\n' || at == '\t';
      // emoji of several people are joined by it
      case Character.FORMAT -> at == ZERO_WIDTH_JOINER;
      case Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
