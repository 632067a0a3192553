package org.fapiaosuite.account.address;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One mailbox: a single addr-spec (RFC 5322) with an unquoted ASCII local part and a domain of at
 * least two labels.
 *
 * @param text how it is written to: local part as typed, domain in lower-case punycode
 * @param key how it is compared: all in lower case. Domains are case-insensitive by standard, local
 *     parts by our policy, since no mail host in use tells them apart.
 */
public record EmailAddress(String text, String key) {

  private static final int LONGEST = 254;
  private static final Pattern LOCAL_PART =
      Pattern.compile(
          "(?=.{1,64}$)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+(?=[a-z0-9-]*[a-z])[a-z0-9]"
              + "([a-z0-9-]{0,61}[a-z0-9])");

  /**
   * The address of a mailbox.
   *
   * @throws IllegalArgumentException when the text is none
   */
  public static EmailAddress of(String typed) {
    return parse(typed).orElseThrow(() -> new IllegalArgumentException("no e-mail address"));
  }

  /** The address, or empty when the text is none. */
  public static Optional<EmailAddress> parse(String typed) {
    int at = typed.indexOf('@');
    if (at < 1 || typed.length() > LONGEST) {
      return Optional.empty();
    }
    String local = typed.substring(0, at);
    if (!LOCAL_PART.matcher(local).matches()) {
      return Optional.empty();
    }
    return asciiDomain(typed.substring(at + 1))
        .map(domain -> local + '@' + domain)
        .filter(text -> text.length() <= LONGEST)
        .map(text -> new EmailAddress(text, text.toLowerCase(Locale.ROOT)));
  }

  private static Optional<String> asciiDomain(String typed) {
    if (!typed.codePoints().allMatch(EmailAddress::isOfADomain)) {
      return Optional.empty();
    }
    try {
      String ascii = IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      return Optional.of(ascii).filter(domain -> DOMAIN.matcher(domain).matches());
    } catch (IllegalArgumentException notADomain) {
      return Optional.empty();
    }
  }

  /** Letters, digits and their marks; nothing invisible, which IDN would silently drop. */
  private static boolean isOfADomain(int at) {
    return at == '.'
        || at == '-'
        || Character.isLetterOrDigit(at)
        || Character.getType(at) == Character.NON_SPACING_MARK
        || Character.getType(at) == Character.COMBINING_SPACING_MARK;
  }
}
