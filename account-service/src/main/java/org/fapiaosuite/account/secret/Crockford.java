package org.fapiaosuite.account.secret;

import java.util.Locale;

/** Douglas Crockford's base 32: no letter that looks like a digit, case does not matter. */
final class Crockford {

  private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BITS = 5;

  private Crockford() {}

  /** The first {@code symbols} times five bits, with a hyphen after each group. */
  static String write(byte[] bytes, int symbols, int group) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < symbols; i++) {
      if (i > 0 && i % group == 0) {
        text.append('-');
      }
      int value = 0;
      for (int bit = i * BITS; bit < (i + 1) * BITS; bit++) {
        value = (value << 1) | ((bytes[bit / 8] >> (7 - bit % 8)) & 1);
      }
      text.append(SYMBOLS.charAt(value));
    }
    return text.toString();
  }

  /** The canonical writing of typed text: groups, upper case, O read as 0, I and L as 1. */
  static String read(String typed, int symbols, int group) {
    String bare =
        typed
            .strip()
            .toUpperCase(Locale.ROOT)
            .replace("-", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    if (bare.length() != symbols || !bare.chars().allMatch(at -> SYMBOLS.indexOf(at) >= 0)) {
      return "";
    }
    StringBuilder text = new StringBuilder(bare);
    for (int at = bare.length() - group; at > 0; at -= group) {
      text.insert(at, '-');
    }
    return text.toString();
  }
}
