package org.fapiaosuite.kernel;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One mailbox: a single addr-spec (RFC 5322) without display name, quotes or comments. Nothing that
 * could end an SMTP command or a header, or start another one, is ever part of it.
 *
 * @param text how it is written to: an ASCII dot-atom of at most 64 characters as it came,
 *     {@code @}, the domain in lower-case punycode; 254 characters at most (RFC 5321 section
 *     4.5.3.1)
 */
public record EmailAddress(String text) {

  private static final int LONGEST = 254;
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final Pattern LOCAL_PART =
      Pattern.compile("(?=.{1,64}$)" + ATOM + "(?:\\." + ATOM + ")*");
  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

  /** A host name (RFC 5321 section 4.1.2); one label alone names a server of one's own network. */
  private static final Pattern HOST = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");

  /** What pasting and typing on a telephone leave around an address, and around its {@code @}. */
  private static final Pattern BLANKS = Pattern.compile("^\\h+|\\h+$|\\h+(?=@)|(?<=@)\\h+");

  /** At least two labels, the last of them with a letter: neither localhost nor 127.0.0.1. */
  private static final Pattern PUBLIC_DOMAIN =
      Pattern.compile("(?:" + LABEL + "\\.)+(?=[0-9-]*[a-z])[a-z0-9][a-z0-9-]{0,61}[a-z0-9]");

  /**
   * Takes the normal form only.
   *
   * @throws IllegalArgumentException for any other text
   */
  public EmailAddress {
    if (!isNormal(text)) {
      throw new IllegalArgumentException("no e-mail address");
    }
  }

  /**
   * The address that a person typed, who can mend it at once, without the blanks around it and
   * around its {@code @}: its domain has at least two labels, the last of them at least two
   * characters long and not of digits alone, and no invisible character. Empty when the text is
   * none.
   */
  public static Optional<EmailAddress> parse(String typed) {
    return parseForDelivery(typed)
        .filter(address -> PUBLIC_DOMAIN.matcher(address.domain()).matches())
        .filter(
            address ->
                isVisible(BLANKS.matcher(typed.substring(typed.indexOf('@') + 1)).replaceAll("")));
  }

  /**
   * The address of {@link #parse}.
   *
   * @throws IllegalArgumentException when the text is none
   */
  public static EmailAddress of(String typed) {
    return parse(typed).orElseThrow(() -> new IllegalArgumentException("no e-mail address"));
  }

  /**
   * The address that another system told, or an operator configured, and a mail is to go to:
   * whatever a mail server can be asked to deliver to, a host of a single label too. Invisible
   * characters in the domain are dropped, since nobody is there to mend them and a refused address
   * loses the mail. Empty when no mail can go there.
   */
  public static Optional<EmailAddress> parseForDelivery(String told) {
    String close = BLANKS.matcher(told).replaceAll("");
    int at = close.indexOf('@');
    if (at < 1 || close.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      String domain = IDN.toASCII(close.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
      return Optional.of(
          new EmailAddress(close.substring(0, at + 1) + domain.toLowerCase(Locale.ROOT)));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  /**
   * How it is compared: all in lower case. Domains are case-insensitive by standard, local parts by
   * our policy, since no mail host in use tells them apart.
   */
  public String key() {
    return text.toLowerCase(Locale.ROOT);
  }

  /** What may stand in a log. */
  @Override
  public String toString() {
    return text.charAt(0) + "***@" + domain();
  }

  private String domain() {
    return text.substring(text.indexOf('@') + 1);
  }

  private static boolean isNormal(String text) {
    int at = text.indexOf('@');
    return at >= 1
        && text.length() <= LONGEST
        && LOCAL_PART.matcher(text.substring(0, at)).matches()
        && HOST.matcher(text.substring(at + 1)).matches();
  }

  /** Letters, digits and their marks; nothing invisible, which IDN would silently drop. */
  private static boolean isVisible(String domain) {
    return domain
        .codePoints()
        .allMatch(
            at ->
                at == '.'
                    || at == '-'
                    || Character.isLetterOrDigit(at)
                    || Character.getType(at) == Character.NON_SPACING_MARK
                    || Character.getType(at) == Character.COMBINING_SPACING_MARK);
  }
}
