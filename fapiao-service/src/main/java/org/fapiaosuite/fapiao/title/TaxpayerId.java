package org.fapiaosuite.fapiao.title;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A taxpayer id as it is printed: upper case without spaces.
 *
 * @param value 15, 17, 18 or 20 digits and letters
 * @param kind what it says about its holder
 */
public record TaxpayerId(String value, Kind kind) {

  private static final int LENGTH = 18;

  /** What kind of number it is. */
  public enum Kind {
    /** Unified social credit code of an organisation, check digit right. */
    ORGANISATION,
    /** Built on a natural person's identity card: a person, or a household business. */
    PERSON,
    /** An id from before the unified code; cannot be checked fully. */
    OLDER
  }

  /** True for the lengths that were given before the unified code of 18 characters. */
  boolean isOlder() {
    return value.length() < LENGTH;
  }

  /** Why a text is no taxpayer id. */
  public enum Flaw {
    CHARACTERS,
    LENGTH,
    ZEROS,
    CHECK_DIGIT,
    BIRTHDAY
  }

  /** The outcome of reading a text: exactly one of the two is set. */
  public sealed interface Reading permits Read, Flawed {}

  /** A good id. */
  public record Read(TaxpayerId id) implements Reading {}

  /** No id, and why. */
  public record Flawed(Flaw flaw) implements Reading {}

  /** Full-width characters become plain ones, letters upper case, spaces go. */
  public static String normalise(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replace(" ", "")
        .toUpperCase(Locale.ROOT);
  }

  /** Reads a text as a person types it. */
  public static Reading read(String text, LocalDate today) {
    String value = normalise(text);
    if (!value.matches("[0-9A-Z]+")) {
      return new Flawed(Flaw.CHARACTERS);
    }
    if (value.matches("0+")) {
      return new Flawed(Flaw.ZEROS);
    }
    return switch (value.length()) {
      case 15 -> older(value, value.matches("\\d{6}.*") ? null : Flaw.CHARACTERS);
      case 17 ->
          CitizenNumber.isValidOld(value.substring(0, 15), today)
              ? new Read(new TaxpayerId(value, Kind.PERSON))
              : new Flawed(Flaw.BIRTHDAY);
      case 18 -> eighteen(value, today);
      case 20 ->
          CitizenNumber.isValid(value.substring(0, 18), today)
              ? new Read(new TaxpayerId(value, Kind.PERSON))
              : new Flawed(Flaw.BIRTHDAY);
      default -> new Flawed(Flaw.LENGTH);
    };
  }

  private static Reading older(String value, @org.jspecify.annotations.Nullable Flaw flaw) {
    return flaw == null ? new Read(new TaxpayerId(value, Kind.OLDER)) : new Flawed(flaw);
  }

  private static Reading eighteen(String value, LocalDate today) {
    if (UnifiedSocialCreditCode.isValid(value)) {
      return new Read(new TaxpayerId(value, Kind.ORGANISATION));
    }
    if (!CitizenNumber.looksLikeOne(value)) {
      return new Flawed(Flaw.CHECK_DIGIT);
    }
    return CitizenNumber.isValid(value, today)
        ? new Read(new TaxpayerId(value, Kind.PERSON))
        : new Flawed(Flaw.BIRTHDAY);
  }
}
