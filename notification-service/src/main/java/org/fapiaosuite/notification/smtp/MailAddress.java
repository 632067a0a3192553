package org.fapiaosuite.notification.smtp;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One address a mail can go to: an ASCII dot-atom local part, an {@code @} and a host name (RFC
 * 5321 section 4.1.2). Quoted local parts and address literals are refused, so that nothing that
 * could end a command or start another one ever reaches the wire.
 *
 * @param value as it is written in commands and headers, the domain in its ASCII form
 */
public record MailAddress(String value) {
  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL_PART = 64;
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final Pattern LOCAL_PART = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*");
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern DOMAIN = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");

  public MailAddress {
    int at = value.lastIndexOf('@');
    if (value.length() > LONGEST
        || at < 1
        || at > LONGEST_LOCAL_PART
        || !LOCAL_PART.matcher(value.substring(0, at)).matches()
        || !DOMAIN.matcher(value.substring(at + 1)).matches()) {
      throw new IllegalArgumentException("not a mail address");
    }
  }

  /** The address a text stands for, or nothing when no mail can go there. */
  public static Optional<MailAddress> parse(String text) {
    int at = text.lastIndexOf('@');
    if (at < 1 || text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      String domain = IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
      return Optional.of(new MailAddress(text.substring(0, at) + '@' + domain));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The form under which limits and suppressions know the address: case does not matter. */
  public String key() {
    return value.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return value.charAt(0) + "***" + value.substring(value.lastIndexOf('@'));
  }
}
