package org.fapiaosuite.kernel;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Text that will stand on paper: names, addresses, banks. Letters of any script, numbers of any
 * kind, Han characters outside of the basic plane, signs and punctuation are welcome; control,
 * bidirectional and invisible characters, emoji, piled-up marks and the characters of markup and
 * formulas are not. {@code CharacterTable} lists the verdict on each category of Unicode, and
 * {@code Direction} which words in Hebrew or Arabic may stand beside others.
 *
 * @param text in the form of {@link #normalise}
 */
public record PrintedText(String text) {

  /** Not printed on a Fapiao, and the start of a formula when a clerk opens an export. */
  private static final String NO_START = "=+-@*";

  /** Middle dots of other scripts and keyboards, in place of the one between parts of a name. */
  private static final String DOTS = "・･‧∙⋅•";

  /** Full-width signs that Chinese text is printed with; the bar is none of markup. */
  private static final String CHINESE_SIGNS = "，：；！｜";

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
    String text = normalise(typed);
    if (text.isEmpty()) {
      return new Reading.Flawed<>(isOfBlanks(typed) ? Flaw.BLANK : Flaw.CHARACTERS);
    }
    if (!isPrintable(text) || !typed.codePoints().allMatch(PrintedText::isTypeable)) {
      return new Reading.Flawed<>(Flaw.CHARACTERS);
    }
    return text.codePointCount(0, text.length()) > longest
        ? new Reading.Flawed<>(Flaw.TOO_LONG)
        : new Reading.Read<>(new PrintedText(text));
  }

  /**
   * The text closest to another one that {@link #parse} accepts, for what nobody is there to mend,
   * such as a payer's name: what cannot be printed is left out, what is too long is cut. Empty
   * where nothing is left.
   */
  public static Optional<PrintedText> closest(String any, int longest) {
    StringBuilder kept = new StringBuilder(any.length());
    any.codePoints().filter(PrintedText::isTypeable).forEach(kept::appendCodePoint);
    String text = withoutMore(normalise(kept.toString()));
    if (text.codePointCount(0, text.length()) > longest) {
      text = withoutMore(text.substring(0, text.offsetByCodePoints(0, longest)));
    }
    return isPrintable(text) ? Optional.of(new PrintedText(text)) : Optional.empty();
  }

  /**
   * The one form in which a text is stored and compared: composed (NFC); full-width letters, digits
   * and signs made plain; radicals made the characters they stand for; ligatures and the forms that
   * letters take beside others made the letters; every middle dot {@code ·}; variation selectors
   * dropped; runs of blanks made one space; brackets full-width in Chinese text and plain in other.
   * What is printed otherwise stays: {@code Ⅱ}, {@code ｜}, {@code ㎡}. Also of a text that cannot be
   * printed, such as a payer's name, to compare it.
   */
  public static String normalise(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .filter(at -> !CharacterTable.isVariationSelector(at))
        .flatMap(PrintedText::plain)
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
    return text.codePoints().allMatch(CharacterTable::passes)
        && text.codePoints().anyMatch(CharacterTable::isLetterOrNumber)
        && NO_START.indexOf(text.charAt(0)) < 0
        && !hasPiledMarks(text)
        && Direction.isUnmistakable(text);
  }

  private static boolean isOfBlanks(String typed) {
    return typed.codePoints().allMatch(at -> Character.getType(at) == Character.SPACE_SEPARATOR);
  }

  private static boolean isTypeable(int at) {
    return CharacterTable.passes(at) && plain(at).allMatch(CharacterTable::passes);
  }

  private static IntStream plain(int at) {
    return PresentationForms.includes(at)
        ? PresentationForms.letters(at)
        : IntStream.of(plainCharacter(at));
  }

  private static int plainCharacter(int at) {
    if (Character.getType(at) == Character.SPACE_SEPARATOR) {
      return ' ';
    }
    if (DOTS.indexOf(at) >= 0) {
      return '·';
    }
    boolean fullWidth = at >= 0xFF01 && at <= 0xFF5E;
    return fullWidth && CHINESE_SIGNS.indexOf(at) < 0 ? at - 0xFEE0 : Radicals.character(at);
  }

  /**
   * Without the marks that pile up and what a text cannot start with; without letters from the
   * right where nobody could tell how they were typed.
   */
  private static String withoutMore(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    int marks = 0;
    for (int at : text.codePoints().toArray()) {
      marks = CharacterTable.isMark(at) ? marks + 1 : 0;
      boolean starts = kept.length() == 0 && (at == ' ' || NO_START.indexOf(at) >= 0);
      if (marks <= MARKS_IN_A_ROW && !starts) {
        kept.appendCodePoint(at);
      }
    }
    return normalise(Direction.closest(normalise(kept.toString())));
  }

  private static boolean hasPiledMarks(String text) {
    int marks = 0;
    for (int at : text.codePoints().toArray()) {
      marks = CharacterTable.isMark(at) ? marks + 1 : 0;
      if (marks > MARKS_IN_A_ROW) {
        return true;
      }
    }
    return false;
  }
}
