package org.fapiaosuite.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name in the form in which a payer's and a title's are compared. Two names that a reader takes
 * for one are equal in it, whatever keyboard, bank or payment platform wrote them down.
 *
 * @param text empty where there is nothing in the name that could be printed; for no reader
 */
public record ComparedName(String text) {

  /** Has the same length as {@link #PLAIN}, which is compared in its place. */
  private static final String TYPOGRAPHIC = "，：；！。‘’ʼ“”„‐‑‒–—−﹣";

  private static final String PLAIN = ",:;!.'''\"\"\"-------";

  /** What payment platforms put behind the name of somebody who pays as a person. */
  private static final Pattern AS_A_PERSON = Pattern.compile("(?<=.)(?:（(?:个人|個人)）)+$");

  /** Blanks between two words of letters say something, those around signs and Han do not. */
  private static final Pattern SILENT_BLANK =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}\\p{M}&&[^\\p{IsHan}]]) | (?![\\p{L}\\p{N}&&[^\\p{IsHan}]])");

  /**
   * The compared form of any text.
   *
   * @param longest as many characters as a title may have: behind them nobody can type what the
   *     payer is called
   */
  public static ComparedName of(String name, int longest) {
    return new ComparedName(
        PrintedText.closest(name, longest).map(text -> fold(text.text())).orElse(""));
  }

  /** True for a name that no title can be the same as. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** Of a text in the normal form of {@link PrintedText}. */
  static String fold(String printed) {
    StringBuilder plain = new StringBuilder(printed.length());
    for (int i = 0; i < printed.length(); i++) {
      int at = TYPOGRAPHIC.indexOf(printed.charAt(i));
      plain.append(at < 0 ? printed.charAt(i) : PLAIN.charAt(at));
    }
    String close = SILENT_BLANK.matcher(plain).replaceAll("");
    String named = AS_A_PERSON.matcher(close).replaceAll("");
    // Both ways, since some letters meet in one case only.
    return Normalizer.normalize(
        named.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
  }
}
