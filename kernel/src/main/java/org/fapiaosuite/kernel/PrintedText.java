package org.fapiaosuite.kernel;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Text that will stand on paper: names, addresses, banks. Letters of any script and Han characters
 * outside of the basic plane are welcome; control, bidirectional and invisible characters, emoji,
 * piled-up marks and the characters of markup and formulas are not.
 *
 * @param text in the form of {@link #normalise}
 */
public record PrintedText(String text) {

  private static final String PUNCTUATION = " ()（）·•．.,，、。&'’‘“”\"-－–—_:：;；/#+@!！《》〈〉【】[]~№*°";

  /** Not printed on a Fapiao, and the start of a formula when a clerk opens an export. */
  private static final String NO_START = "=+-@*";

  private static final int MARKS_IN_A_ROW = 2;

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  /** Why a text cannot be printed. */
  public enum Flaw {
    BLANK,
    TOO_LONG,
    CHARACTERS
  }

  /**
   * Takes the normal form only.
   *
   * @throws IllegalArgumentException for any other text
   */
  public PrintedText {
    if (!text.equals(normalise(text)) || !isPrintable(text)) {
      throw new IllegalArgumentException("no text to print");
    }
  }

  /**
   * Reads a text as a person types it.
   *
   * @param longest the most characters (code points) that its normal form may have
   */
  public static Reading<PrintedText, Flaw> parse(String typed, int longest) {
    if (typed.codePoints().anyMatch(PrintedText::isInvisible)) {
      return new Reading.Flawed<>(Flaw.CHARACTERS);
    }
    String text = normalise(typed);
    if (text.isEmpty()) {
      return new Reading.Flawed<>(Flaw.BLANK);
    }
    if (!isPrintable(text)) {
      return new Reading.Flawed<>(Flaw.CHARACTERS);
    }
    return text.codePointCount(0, text.length()) > longest
        ? new Reading.Flawed<>(Flaw.TOO_LONG)
        : new Reading.Read<>(new PrintedText(text));
  }

  /**
   * The one form in which a text is stored and compared: composed (NFC), full-width letters, digits
   * and signs made plain, runs of spaces made one, brackets full-width in Chinese text and plain in
   * other. Also of a text that cannot be printed, such as a payer's name, to compare it.
   */
  public static String normalise(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .map(PrintedText::plain)
        .forEach(plain::appendCodePoint);
    // Again, since what was full-width composes only now.
    String composed = Normalizer.normalize(plain, Normalizer.Form.NFC);
    String collapsed = composed.strip().replaceAll(" {2,}", " ");
    return HAN.matcher(collapsed).find()
        ? collapsed.replace('(', '（').replace(')', '）')
        : collapsed;
  }

  @Override
  public String toString() {
    return text;
  }

  private static boolean isPrintable(String text) {
    return text.codePoints().allMatch(PrintedText::isPrintable)
        && text.codePoints().anyMatch(Character::isLetterOrDigit)
        && NO_START.indexOf(text.charAt(0)) < 0
        && !hasPiledMarks(text);
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
