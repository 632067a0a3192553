package org.fapiaosuite.kernel;

/**
 * Which characters may stand in a text that is printed, by their general category in Unicode.
 *
 * <table>
 * <caption>category and verdict</caption>
 * <tr><th>category</th><th>verdict</th></tr>
 * <tr><td>Lu Ll Lt Lm Lo</td><td>passes: a letter of any script, every Han character; but for those
 * of scripts from the right beyond U+FFFF, such as Adlam, which nobody could copy from a printed
 * page as they were typed</td></tr>
 * <tr><td>Nd Nl No</td><td>passes: 7, 〇, Ⅱ, ①, ½</td></tr>
 * <tr><td>Mn Mc Me</td><td>passes, at most two in a row; not U+20E3, which makes a key of a digit
 * </td></tr>
 * <tr><td>Pc Pd Ps Pe Pi Pf Po</td><td>passes, but for <code>{ } \</code></td></tr>
 * <tr><td>Sm Sc So</td><td>passes: ×, ¥, ℃, ㎡, ｜; but for <code>&lt; &gt; |</code> and emoji, which
 * are all of U+1F000 to U+1FAFF, and those below that are drawn as pictures</td></tr>
 * <tr><td>Sk</td><td>refused: <code>^</code>, the back-tick and other accents without a letter
 * </td></tr>
 * <tr><td>Zs</td><td>passes, and is one blank in the normal form</td></tr>
 * <tr><td>Zl Zp Cc Cf</td><td>refused: line ends, controls, invisible and bidirectional characters
 * </td></tr>
 * <tr><td>Cs Co</td><td>refused: half a character, a character of one's own</td></tr>
 * <tr><td>Cn</td><td>refused; but Han characters newer than this Java pass</td></tr>
 * </table>
 */
final class CharacterTable {

  private static final String MARKUP = "<>{}|\\";
  private static final int ENCLOSING_KEY = 0x20E3;

  /** Pictures below U+10000 (Unicode, emoji-data.txt) without those that printers use as signs. */
  private static final String PICTURES =
      "⌚⌛⌨⏏⏩⏪⏫⏬⏭⏮⏯⏰⏱⏲⏳⏸⏹⏺☀☁☂☃☄☎☑☔☕☘☝☠☢☣☦☪☮☯☸☹☺♈♉♊♋♌♍♎♏♐♑♒♓♟♠♣♥♦♨♻♾♿⚒⚓⚔⚕⚖⚗⚙⚛⚜⚠⚡⚧⚪⚫⚰⚱⚽⚾⛄⛅"
          + "⛈⛎⛏⛑⛓⛔⛩⛪⛰⛱⛲⛳⛴⛵⛷⛸⛹⛺⛽✂✅✈✉✊✋✌✍✏✒✔✖✝✡✨✳✴❄❇❌❎❓❔❕❗❣❤➕➖➗➡➰➿⤴⤵⬅⬆⬇⬛⬜⭐⭕";

  private CharacterTable() {}

  /** Whether a text that is printed may have the character. */
  static boolean passes(int at) {
    if (at > Character.MAX_VALUE && Direction.isFromTheRight(at)) {
      return false;
    }
    return switch (Character.getType(at)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER,
          Character.SPACE_SEPARATOR ->
          true;
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          at != ENCLOSING_KEY;
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.OTHER_SYMBOL ->
          MARKUP.indexOf(at) < 0 && !isPicture(at);
      case Character.UNASSIGNED -> isNewHan(at);
      default -> false;
    };
  }

  /** What a name cannot do without: a letter, a Han character or a number of any kind. */
  static boolean isLetterOrNumber(int at) {
    return switch (Character.getType(at)) {
      case Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      case Character.UNASSIGNED -> isNewHan(at);
      default -> Character.isLetterOrDigit(at);
    };
  }

  static boolean isMark(int at) {
    return switch (Character.getType(at)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }

  /** Chooses another drawing of the character before it, and is never seen itself. */
  static boolean isVariationSelector(int at) {
    return (at >= 0xFE00 && at <= 0xFE0F) || (at >= 0xE0100 && at <= 0xE01EF);
  }

  /** Extensions I, H and J of the Han characters came after Unicode 13, which Java 17 knows. */
  private static boolean isNewHan(int at) {
    return (at >= 0x2A6DE && at <= 0x2A6DF)
        || (at >= 0x2B735 && at <= 0x2B739)
        || (at >= 0x2EBF0 && at <= 0x2EE5D)
        || (at >= 0x31350 && at <= 0x33479);
  }

  private static boolean isPicture(int at) {
    return (at >= 0x1F000 && at <= 0x1FAFF) || PICTURES.indexOf(at) >= 0;
  }
}
