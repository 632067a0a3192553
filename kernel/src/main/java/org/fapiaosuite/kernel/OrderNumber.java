package org.fapiaosuite.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of an order, as the payment platform gives it and the customer types it: 1 to 64 ASCII
 * letters, digits, dots, underscores and hyphens, the first one a letter or digit. So it is safe in
 * a path, a header and a file name. Case does not matter: whoever reads a number aloud or types it
 * from a mail does not keep it.
 *
 * @param text letters in capitals
 */
public record OrderNumber(String text) {

  private static final Pattern SHAPE = Pattern.compile("[A-Z0-9][A-Z0-9._-]{0,63}");
  private static final Pattern SHAPE_AS_TYPED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /** Around it, line ends as well; within it, between the groups that a mail breaks it into. */
  private static final Pattern BLANKS = Pattern.compile("^[\\h\\v]+|[\\h\\v]+$|\\h+");

  private static final int LONGEST = 200;

  /**
   * Takes the normal form only.
   *
   * @throws IllegalArgumentException for any other text
   */
  public OrderNumber {
    if (!isNormal(text)) {
      throw new IllegalArgumentException("no order number");
    }
  }

  /**
   * The number that a person typed or a program sent, without the blanks that pasting brings along
   * and in capitals; empty when the text is none.
   */
  public static Optional<OrderNumber> parse(String typed) {
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = BLANKS.matcher(typed).replaceAll("");
    return SHAPE_AS_TYPED.matcher(plain).matches()
        ? Optional.of(new OrderNumber(plain.toUpperCase(Locale.ROOT)))
        : Optional.empty();
  }

  /**
   * The number of {@link #parse}.
   *
   * @throws IllegalArgumentException when the text is none
   */
  public static OrderNumber of(String typed) {
    return parse(typed).orElseThrow(() -> new IllegalArgumentException("no order number"));
  }

  /** Whether a text is an order number in its normal form, to the letter. */
  public static boolean isNormal(String text) {
    return SHAPE.matcher(text).matches();
  }

  @Override
  public String toString() {
    return text;
  }
}
