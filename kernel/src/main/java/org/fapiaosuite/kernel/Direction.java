package org.fapiaosuite.kernel;

import java.util.regex.Pattern;

/**
 * Which texts with letters from the right, such as Hebrew or Arabic ones, are copied from a printed
 * page as they were typed. A page keeps characters from left to right only; who reads it guesses
 * the way back from the letters that stand there (Unicode, UAX 9), and guesses right when
 *
 * <ul>
 *   <li>the text has no letters from the left, and begins with a letter and ends with a letter or
 *       digit; or
 *   <li>its first letter is one from the left, and no digit comes next to letters from the right,
 *       blanks and signs apart; and
 *   <li>no mark, such as a vowel point, stands on the last letter of words from the right.
 * </ul>
 */
final class Direction {
  private static final Pattern ONE_WAY = Pattern.compile("R(?:[RDNM]*[RD])?");
  private static final Pattern LEFT_FIRST = Pattern.compile("[DN]*+L");
  private static final Pattern DIGIT_BESIDE = Pattern.compile("DN*+R|RM*+N*+D");
  private static final Pattern LAST_MARK = Pattern.compile("M(?![DNM]*+R)");

  private Direction() {}

  /** Whether the text is copied as it was typed; also true of any text from the left alone. */
  static boolean isUnmistakable(String text) {
    String kinds = kinds(text);
    return kinds.indexOf('R') < 0
        || (!LAST_MARK.matcher(kinds).find()
            && (ONE_WAY.matcher(kinds).matches() || isReadFromTheLeft(kinds)));
  }

  private static boolean isReadFromTheLeft(String kinds) {
    return LEFT_FIRST.matcher(kinds).lookingAt() && !DIGIT_BESIDE.matcher(kinds).find();
  }

  /** The text as it is, or without marks, or without what is from the right, until it is so. */
  static String closest(String text) {
    if (isUnmistakable(text)) {
      return text;
    }
    String unmarked = without(text, false);
    return isUnmistakable(unmarked) ? unmarked : without(text, true);
  }

  /** Without the marks on what is from the right, and without that too if asked. */
  private static String without(String text, boolean letters) {
    StringBuilder kept = new StringBuilder(text.length());
    boolean right = false;
    for (int at : text.codePoints().toArray()) {
      boolean mark = right && CharacterTable.isMark(at);
      right = mark || isFromTheRight(at);
      if (!mark && !(right && letters)) {
        kept.appendCodePoint(at);
      }
    }
    return kept.toString();
  }

  /** Of a script such as Hebrew or Arabic. */
  static boolean isFromTheRight(int at) {
    return switch (Character.getDirectionality(at)) {
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
          true;
      default -> false;
    };
  }

  /**
   * A letter a character: from the left, from the right, digit, mark on one from the right, other.
   */
  private static String kinds(String text) {
    StringBuilder kinds = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            at -> {
              char last = kinds.isEmpty() ? 'N' : kinds.charAt(kinds.length() - 1);
              if (!CharacterTable.isMark(at)) {
                kinds.append(kind(at));
              } else if (last == 'R' || last == 'M') {
                kinds.append('M');
              }
            });
    return kinds.toString();
  }

  private static char kind(int at) {
    if (isFromTheRight(at)) {
      return 'R';
    }
    return switch (Character.getDirectionality(at)) {
      case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> 'L';
      case Character.DIRECTIONALITY_EUROPEAN_NUMBER, Character.DIRECTIONALITY_ARABIC_NUMBER -> 'D';
      default -> 'N';
    };
  }
}
