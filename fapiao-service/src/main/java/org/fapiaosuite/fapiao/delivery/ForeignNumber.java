package org.fapiaosuite.fapiao.delivery;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.Set;

/**
 * A telephone number outside China, in the form of ITU-T E.164. What is a number in which country
 * is known from the plans that libphonenumber carries; those of China have a form of their own.
 */
final class ForeignNumber {

  private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
  private static final String HERE = "CN";

  /** Country codes of the mainland, Hong Kong, Macao and Taiwan. */
  private static final Set<Integer> CHINA = Set.of(86, 852, 853, 886);

  private static final int LONGEST = 60;

  private ForeignNumber() {}

  /**
   * {@code +493012345678} of a number as a person types it: {@code +} or {@code 00} and country
   * code first, then digits with whatever is usual between them; an extension follows as {@code
   * ;ext=12} (RFC 3966). Empty when the text is none, is a number of China, or is longer than 60
   * characters.
   */
  static Optional<String> parse(String typed) {
    if (typed.length() > LONGEST || typed.chars().anyMatch(Character::isISOControl)) {
      return Optional.empty();
    }
    try {
      PhoneNumber number = PLANS.parse(typed, HERE);
      return CHINA.contains(number.getCountryCode()) || !PLANS.isValidNumber(number)
          ? Optional.empty()
          : Optional.of(normalForm(number));
    } catch (NumberParseException notOne) {
      return Optional.empty();
    }
  }

  private static String normalForm(PhoneNumber number) {
    String dialled = PLANS.format(number, PhoneNumberFormat.E164);
    return number.hasExtension() ? dialled + ";ext=" + number.getExtension() : dialled;
  }
}
