package org.fapiaosuite.fapiao.stock;

import org.jspecify.annotations.Nullable;

/**
 * A number as it stands on a Fapiao.
 *
 * @param code 10 or 12 digits; null for a number of the national platform
 * @param number with leading zeros: 8 digits beside a code, else 20
 */
public record PrintedNumber(@Nullable String code, String number) {

  private static final int DIGITS = 8;

  static PrintedNumber of(String code, long number) {
    return new PrintedNumber(code, digits(number));
  }

  /** A number as it is printed beside a code. */
  static String digits(long number) {
    return String.format("%0" + DIGITS + "d", number);
  }
}
