package org.fapiaosuite.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a parcel: 6 to 40 capitals and digits, which is all that every courier's numbers
 * have in common. What one courier's look like today changes too often to be a rule.
 */
public record Waybill(String text) {

  /** The shape as a regular expression, for an API that describes it. */
  public static final String SHAPE = "[A-Z0-9]{6,40}";

  /**
   * Takes the normal form only.
   *
   * @throws IllegalArgumentException for any other text
   */
  public Waybill {
    if (!text.matches(SHAPE)) {
      throw new IllegalArgumentException("no waybill");
    }
  }

  /** The number, read to the letter; empty when the text is none. */
  public static Optional<Waybill> parse(String typed) {
    return typed.matches(SHAPE) ? Optional.of(new Waybill(typed)) : Optional.empty();
  }

  /** Whether it has the form that a courier gives to its numbers. */
  public boolean hasForm(Pattern courier) {
    return courier.matcher(text).matches();
  }

  @Override
  public String toString() {
    return text;
  }
}
