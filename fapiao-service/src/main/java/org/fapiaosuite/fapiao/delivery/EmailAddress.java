package org.fapiaosuite.fapiao.delivery;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One e-mail address without display name, quotes or comments. */
final class EmailAddress {

  private static final int LONGEST = 254;
  private static final Pattern LOCAL =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

  private EmailAddress() {}

  /** The address with its domain in lower case and ASCII; empty when it is none. */
  static Optional<String> read(String sent) {
    int at = sent.lastIndexOf('@');
    if (sent.length() > LONGEST
        || at < 1
        || at > 64
        || !LOCAL.matcher(sent.substring(0, at)).matches()) {
      return Optional.empty();
    }
    String domain;
    try {
      domain = IDN.toASCII(sent.substring(at + 1)).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException noDomain) {
      return Optional.empty();
    }
    String address = sent.substring(0, at) + "@" + domain;
    return DOMAIN.matcher(domain).matches() && address.length() <= LONGEST
        ? Optional.of(address)
        : Optional.empty();
  }
}
