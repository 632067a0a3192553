package org.fapiaosuite.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of an order, as the payment platform gives it and the customer types it: 1 to 64 ASCII
 * letters, digits, dots, underscores and hyphens, the first one a letter or digit. So it is safe in
 * a path, a header and a file name. Case matters.
 */
public record OrderNumber(String text) {

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

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
   * The number that a person typed, without the blanks that pasting brings along; empty when the
   * text is none.
   */
  public static Optional<OrderNumber> parse(String typed) {
    return Optional.of(typed.strip()).filter(OrderNumber::isNormal).map(OrderNumber::new);
  }

  /**
   * The number of {@link #parse}.
   *
   * @throws IllegalArgumentException when the text is none
   */
  public static OrderNumber of(String typed) {
    return new OrderNumber(typed.strip());
  }

  /** Whether a text is an order number to the letter, as a program has to send it. */
  public static boolean isNormal(String text) {
    return SHAPE.matcher(text).matches();
  }

  @Override
  public String toString() {
    return text;
  }
}
