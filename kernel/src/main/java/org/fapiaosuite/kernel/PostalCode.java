package org.fapiaosuite.kernel;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A postal code of the mainland: six digits, the first two of them, the province, 01 to 86. Hong
 * Kong and Macao have none; where a form demands one, China Post takes 999077 and 999078.
 */
public record PostalCode(String text) {

  private static final Pattern SHAPE =
      Pattern.compile("(?:0[1-9]|[1-7][0-9]|8[0-6])[0-9]{4}|99907[78]");

  private static final String HONG_KONG = "999077";
  private static final String MACAO = "999078";
  private static final int LONGEST = 20;

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

  /** The code, in full width or with blanks as well; empty when the text is none. */
  public static Optional<PostalCode> parse(String typed) {
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\h", "");
    return SHAPE.matcher(plain).matches() ? Optional.of(new PostalCode(plain)) : Optional.empty();
  }

  /** Whether it stands for the region, by the first two digits of its GB/T 2260 code. */
  public boolean suits(String region) {
    return switch (region.substring(0, 2)) {
      case "81" -> text.equals(HONG_KONG);
      case "82" -> text.equals(MACAO);
      default -> !text.equals(HONG_KONG) && !text.equals(MACAO);
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
