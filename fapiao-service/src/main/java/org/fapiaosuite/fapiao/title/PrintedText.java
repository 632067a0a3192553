package org.fapiaosuite.fapiao.title;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Text that will stand on paper: names, addresses, banks. Letters of any script and Han characters
 * outside of the basic plane are welcome; control, bidirectional and invisible characters, emoji,
 * piled-up marks and the characters of markup and formulas are not.
 */
public final class PrintedText {

  private static final String PUNCTUATION = " ()（）·•．.,，、。&'’‘“”\"-－–—_:：;；/#+@!！《》〈〉【】[]~№*°";

  /** Not printed on a Fapiao, and the start of a formula when a clerk opens an export. */
  private static final String NO_START = "=+-@*";

  private static final int MARKS_IN_A_ROW = 2;

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  private PrintedText() {}

  /** Why a text cannot be printed. */
  public enum Flaw {
    BLANK,
    TOO_LONG,
    CHARACTERS
  }

  /**
   * The one form in which a text is stored and compared: composed (NFC), full-width letters, digits
   * and signs made plain, runs of spaces made one, brackets full-width in Chinese text and plain in
   * other.
   */
  public static String normalise(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .map(PrintedText::plain)
        .forEach(plain::appendCodePoint);
    String collapsed = plain.toString().strip().replaceAll(" {2,}", " ");
    return HAN.matcher(collapsed).find()
        ? collapsed.replace('(', '（').replace(')', '）')
        : collapsed;
  }

  /** What is wrong with a text as it was sent; null when nothing is. Lengths in characters. */
  public static @org.jspecify.annotations.Nullable Flaw flaw(String sent, int longest) {
    if (sent.codePoints().anyMatch(PrintedText::isInvisible)) {
      return Flaw.CHARACTERS;
    }
    String text = normalise(sent);
    if (text.isEmpty()) {
      return Flaw.BLANK;
    }
    boolean printable =
        text.codePoints().allMatch(PrintedText::isPrintable)
            && text.codePoints().anyMatch(Character::isLetterOrDigit)
            && NO_START.indexOf(text.charAt(0)) < 0
            && !hasPiledMarks(text);
    if (!printable) {
      return Flaw.CHARACTERS;
    }
    return text.codePointCount(0, text.length()) > longest ? Flaw.TOO_LONG : null;
  }

  private static int plain(int at) {
    if (at == 0x3000 || at == 0xA0) {
      return ' ';
    }
    boolean fullWidth = at >= 0xFF01 && at <= 0xFF5E;
    return fullWidth && at != '，' && at != '：' && at != '；' && at != '！' ? at - 0xFEE0 : at;
  }

  private static boolean isInvisible(int at) {
    return switch (Character.getType(at)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE ->
          true;
      default -> false;
    };
  }

  /** Planes 2 and 3 hold nothing but Han characters, also those newer than this Java. */
  private static boolean isPrintable(int at) {
    return Character.isLetterOrDigit(at)
        || isMark(at)
        || (at >= 0x20000 && at < 0x40000)
        || PUNCTUATION.indexOf(at) >= 0;
  }

  private static boolean isMark(int at) {
    int type = Character.getType(at);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean hasPiledMarks(String text) {
    int marks = 0;
    for (int at : text.codePoints().toArray()) {
      marks = isMark(at) ? marks + 1 : 0;
      if (marks > MARKS_IN_A_ROW) {
        return true;
      }
    }
    return false;
  }
}
