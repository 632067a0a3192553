package org.fapiaosuite.kernel;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A telephone number of China: a mobile, a fixed line with area code, a 400/800 service number of
 * the mainland, or a number of Hong Kong, Macao or Taiwan. An extension may follow each.
 *
 * @param text {@code 13800138000}, {@code 021-28986102}, {@code 0755-26001234}, {@code
 *     400-820-8820}, {@code +852-21234567}; an extension behind another hyphen
 */
public record PhoneNumber(String text) {

  private static final String EXTENSION = "(?:-\\d{1,6})?";
  private static final Pattern KNOWN =
      Pattern.compile(
          "(?:1[3-9]\\d{9}"
              + "|0(?:10|2\\d|[3-9]\\d{2})-\\d{7,8}"
              + "|[48]00-\\d{3}-\\d{4}"
              + "|\\+852-[2-9]\\d{7}"
              + "|\\+853-[2-9]\\d{7}"
              + "|\\+886-[2-9]\\d{7,8})"
              + EXTENSION);

  private static final Pattern COUNTRY = Pattern.compile("^\\(?(?:\\+|00)?(86|852|853|886)\\)?");
  private static final Pattern SPOKEN_EXTENSION =
      Pattern.compile(
          "[-\\s,;(]*(?:转|轉|分机号?|分機號?|ext(?:ension)?|x|#|\\*)[-.:\\s]*(\\d{1,6})\\)?$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HYPHENS = Pattern.compile("[‐‑‒–—―−‧·./]");
  private static final Pattern WRITTEN =
      Pattern.compile("(0\\d{2,3})-?(\\d{7,8})-(\\d{1,6})|([48]00)-(\\d{3})-?(\\d{4})-(\\d{1,6})");
  private static final Pattern AREA = Pattern.compile("(0(?:10|2\\d|[3-9]\\d{2}))(\\d{7,8})");
  private static final int LONGEST = 60;

  /**
   * Takes the normal form only.
   *
   * @throws IllegalArgumentException for any other text
   */
  public PhoneNumber {
    if (!KNOWN.matcher(text).matches()) {
      throw new IllegalArgumentException("no telephone number");
    }
  }

  /**
   * The number as a person types it: with or without country code, brackets, hyphens, dots and
   * blanks, in full width, the extension behind a hyphen, {@code 转}, {@code 分机}, {@code ext},
   * {@code x} or {@code #}. Empty when the text is none, or longer than 60 characters.
   */
  public static Optional<PhoneNumber> parse(String typed) {
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    String plain =
        HYPHENS.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC)).replaceAll("-");
    Matcher spoken = SPOKEN_EXTENSION.matcher(plain.strip());
    String extension = "";
    if (spoken.find()) {
      extension = "-" + spoken.group(1);
      plain = plain.strip().substring(0, spoken.start());
    }
    String close = plain.replace(" ", "").replace("\t", "");
    Optional<String> number = anywhere(close);
    if (number.isEmpty() && extension.isEmpty()) {
      int hyphen = close.lastIndexOf('-');
      if (hyphen > 0 && close.substring(hyphen + 1).matches("\\d{1,6}")) {
        extension = close.substring(hyphen);
        number = anywhere(close.substring(0, hyphen));
      }
    }
    String told = extension;
    return number.map(text -> text + told).filter(PhoneNumber::isKnown).map(PhoneNumber::new);
  }

  /** The last four digits: a log shows no more. */
  @Override
  public String toString() {
    return "***" + text.substring(text.length() - 4);
  }

  private static Optional<String> anywhere(String close) {
    Optional<String> local = mainland(close);
    Matcher country = COUNTRY.matcher(close);
    if (local.isPresent() || !country.find()) {
      return local;
    }
    String rest = close.substring(country.end()).replaceFirst("^-", "");
    if (!country.group(1).equals("86")) {
      return digits(rest)
          .map(digits -> "+" + country.group(1) + "-" + digits.replaceFirst("^0", ""))
          .filter(PhoneNumber::isKnown);
    }
    Optional<String> known = mainland(rest);
    // Behind the country code, an area code goes without its zero.
    return known.isPresent() ? known : mainland("0" + rest);
  }

  private static Optional<String> mainland(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (written.matches()) {
      String number =
          written.group(1) != null
              ? written.replaceFirst("$1-$2-$3")
              : written.replaceFirst("$4-$5-$6-$7");
      return Optional.of(number).filter(PhoneNumber::isKnown);
    }
    return digits(text).map(PhoneNumber::hyphenated).filter(PhoneNumber::isKnown);
  }

  private static String hyphenated(String digits) {
    Matcher fixed = AREA.matcher(digits);
    if (fixed.matches()) {
      return fixed.group(1) + "-" + fixed.group(2);
    }
    return digits.matches("[48]00\\d{7}")
        ? digits.substring(0, 3) + "-" + digits.substring(3, 6) + "-" + digits.substring(6)
        : digits;
  }

  /** The digits of a text of nothing but digits, hyphens and brackets around some of them. */
  private static Optional<String> digits(String text) {
    return text.matches("(?:\\(\\d+\\)|\\d|-(?=[\\d(]))+")
        ? Optional.of(text.replaceAll("\\D", ""))
        : Optional.empty();
  }

  private static boolean isKnown(String text) {
    return KNOWN.matcher(text).matches();
  }
}
