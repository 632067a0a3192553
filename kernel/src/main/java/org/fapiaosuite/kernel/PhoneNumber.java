package org.fapiaosuite.kernel;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Chinese telephone number: mobile, fixed line with area code, or a 400/800 service number.
 *
 * @param text ASCII digits without country code and spaces; hyphens of a fixed line or a service
 *     number as typed
 */
public record PhoneNumber(String text) {

  private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
  private static final Pattern FIXED = Pattern.compile("0\\d{2,3}-?\\d{7,8}(-\\d{1,6})?");
  private static final Pattern SERVICE = Pattern.compile("[48]00-?\\d{3}-?\\d{4}");
  private static final Pattern COUNTRY = Pattern.compile("^(\\+86|0086|86(?=1[3-9]\\d{9}$))-?");
  private static final int LONGEST = 30;

  /**
   * Takes the normal form only.
   *
   * @throws IllegalArgumentException for any other text
   */
  public PhoneNumber {
    if (!isKnown(text)) {
      throw new IllegalArgumentException("no telephone number");
    }
  }

  /**
   * The number, without country code and spaces, full-width digits made plain; empty when the text
   * is none, or longer than 30 characters.
   */
  public static Optional<PhoneNumber> parse(String typed) {
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replace(" ", "");
    String local = COUNTRY.matcher(plain).replaceFirst("");
    if (isKnown(local)) {
      return Optional.of(new PhoneNumber(local));
    }
    // Behind the country code, an area code goes without its zero.
    boolean abroad = !local.equals(plain) && FIXED.matcher("0" + local).matches();
    return abroad ? Optional.of(new PhoneNumber("0" + local)) : Optional.empty();
  }

  /** The last four digits: a log shows no more. */
  @Override
  public String toString() {
    return "***" + text.substring(text.length() - 4);
  }

  private static boolean isKnown(String local) {
    return MOBILE.matcher(local).matches()
        || FIXED.matcher(local).matches()
        || SERVICE.matcher(local).matches();
  }
}
