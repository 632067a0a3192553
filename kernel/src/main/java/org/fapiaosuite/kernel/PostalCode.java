package org.fapiaosuite.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/** A mainland postal code: six digits, the first two of them, the province, 01 to 86. */
public record PostalCode(String text) {

  private static final Pattern SHAPE = Pattern.compile("(?:0[1-9]|[1-7][0-9]|8[0-6])[0-9]{4}");

  /**
   * Takes the normal form only.
   *
   * @throws IllegalArgumentException for any other text
   */
  public PostalCode {
    if (!SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException("no postal code");
    }
  }

  /** The code, read to the letter; empty when the text is none. */
  public static Optional<PostalCode> parse(String typed) {
    return SHAPE.matcher(typed).matches() ? Optional.of(new PostalCode(typed)) : Optional.empty();
  }

  @Override
  public String toString() {
    return text;
  }
}
