package org.fapiaosuite.kernel;

import java.math.BigDecimal;
import java.util.OptionalLong;

/**
 * Amounts of any currency with two decimals, counted in hundredths, the way payment platforms write
 * them. {@link Money} is what a Fapiao is about: renminbi only, and bounded.
 */
public final class Hundredths {

  private static final int DECIMALS = 2;

  /** A long holds 16 digits before the point, whatever the two behind it are. */
  private static final int MOST_DIGITS = 16;

  private Hundredths() {}

  /**
   * The hundredths in {@code 1270}, {@code 1270.5} or {@code 1270.00}: ASCII digits, at most two of
   * them behind the point, no sign, no exponent, no grouping. Empty for all else.
   *
   * @param digits the most digits before the point, 1 to 16
   */
  public static OptionalLong parse(String text, int digits) {
    if (digits < 1 || digits > MOST_DIGITS) {
      throw new IllegalArgumentException("not 1 to 16 digits: " + digits);
    }
    int point = text.indexOf('.');
    int whole = point < 0 ? text.length() : point;
    if (whole > digits || !text.matches("[0-9]+(\\.[0-9]{1,2})?")) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(new BigDecimal(text).movePointRight(DECIMALS).longValueExact());
  }

  /** {@code 127000} as {@code 1270.00}. */
  public static String text(long hundredths) {
    return BigDecimal.valueOf(hundredths, DECIMALS).toPlainString();
  }
}
