package org.fapiaosuite.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a bank account in China: digits, and before them the letters of an account in a
 * free-trade zone (FTE, FTN, FTI, FTU, FTF), of a non-resident (NRA) or offshore (OSA).
 *
 * @param text 6 to 30 digits, not all of them zero, with or without those letters in capitals
 */
public record BankAccount(String text) {

  private static final Pattern SHAPE = Pattern.compile("(?:FT[ENIUF]|NRA|OSA)?(?!0+$)[0-9]{6,30}");
  private static final Pattern BETWEEN = Pattern.compile("[\\h‐‑‒–—―−-]");
  private static final int LONGEST = 60;

  /**
   * Takes the normal form only.
   *
   * @throws IllegalArgumentException for any other text
   */
  public BankAccount {
    if (!SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException("no bank account");
    }
  }

  /**
   * The number as a person types it: with blanks and hyphens, in full width, the letters small.
   * Empty when the text is none, or longer than 60 characters.
   */
  public static Optional<BankAccount> parse(String typed) {
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    String plain =
        BETWEEN
            .matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
            .replaceAll("")
            .toUpperCase(Locale.ROOT);
    return SHAPE.matcher(plain).matches() ? Optional.of(new BankAccount(plain)) : Optional.empty();
  }

  /** The last four digits: a log shows no more. */
  @Override
  public String toString() {
    return "***" + text.substring(text.length() - 4);
  }
}
