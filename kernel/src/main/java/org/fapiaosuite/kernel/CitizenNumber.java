package org.fapiaosuite.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;

/** The number of a Chinese identity card (GB 11643): 18 characters, formerly 15 digits. */
final class CitizenNumber {

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK = "10X98765432";

  private CitizenNumber() {}

  /** 17 digits and a digit or X, with a century of birth that a living person can have. */
  static boolean looksLikeOne(String text) {
    return text.matches("[1-9]\\d{5}(19|20)\\d{9}[0-9X]");
  }

  /** True for 18 characters with a real date of birth not after today and the right check. */
  static boolean isValid(String text, LocalDate today) {
    if (!looksLikeOne(text)) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (text.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECK.charAt(sum % 11) == text.charAt(17) && isBirthday(text.substring(6, 14), today);
  }

  /** True for the 15 digits of the first generation, which all were born in the 1900s. */
  static boolean isValidOld(String text, LocalDate today) {
    return text.matches("[1-9]\\d{14}") && isBirthday("19" + text.substring(6, 12), today);
  }

  private static boolean isBirthday(String digits, LocalDate today) {
    try {
      LocalDate birthday =
          LocalDate.of(
              Integer.parseInt(digits.substring(0, 4)),
              Integer.parseInt(digits.substring(4, 6)),
              Integer.parseInt(digits.substring(6, 8)));
      return !birthday.isAfter(today);
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }
}
