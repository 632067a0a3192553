package org.fapiaosuite.kernel;

import java.util.regex.Pattern;

/** The 18-character code of a Chinese organisation (GB 32100-2015), checked by its last one. */
final class UnifiedSocialCreditCode {

  /** Digits and letters without I, O, S, V and Z; the place of a character is its value. */
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  /** Authority and class, six digits of region, organisation code, check character. */
  private static final Pattern SHAPE =
      Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{9}[0-9A-HJ-NPQRTUWXY]");

  private UnifiedSocialCreditCode() {}

  /** True when the shape is right, whatever the check character says. */
  static boolean isWellFormed(String code) {
    return SHAPE.matcher(code).matches();
  }

  /** True when shape and check character are right; the text is upper case without spaces. */
  static boolean isValid(String code) {
    return SHAPE.matcher(code).matches() && checkCharacter(code) == code.charAt(17);
  }

  private static char checkCharacter(String code) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      sum += ALPHABET.indexOf(code.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }
}
