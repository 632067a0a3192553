package org.fapiaosuite.kernel;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A taxpayer id as it is printed: upper case without spaces.
 *
 * @param text 15, 17, 18 or 20 digits and letters
 * @param kind what it says about its holder
 */
public record TaxpayerId(String text, Kind kind) {

  private static final int UNIFIED_LENGTH = 18;

  /** Registered with the administration of industry and commerce: no region's cards begin so. */
  private static final char BUSINESS = '9';

  private static final Pattern SHAPE =
      Pattern.compile("[0-9A-Z]{15}|[0-9A-Z]{17}|[0-9A-Z]{18}|[0-9A-Z]{20}");

  /** What kind of number it is. */
  public enum Kind {
    /** Unified social credit code of an organisation, check character right. */
    ORGANISATION,
    /**
     * A code of the same form whose check character is not the one that the others make. Some from
     * before 2016 are in force; the holder has confirmed that this is one.
     */
    CONFIRMED_ORGANISATION,
    /** Built on a natural person's identity card: a person, or a household business. */
    PERSON,
    /** An id from before the unified code; cannot be checked fully. */
    OLDER
  }

  /** Why a text is no taxpayer id. */
  public enum Flaw {
    /** Something else than digits and letters, or none at all. */
    CHARACTERS,
    /** Not 15, 17, 18 or 20 of them. */
    LENGTH,
    /** Nothing but zeros. */
    ZEROS,
    /**
     * Formed like a unified social credit code (GB 32100-2015), but the check character is wrong.
     */
    CHECK_DIGIT,
    /** 18 characters, yet formed neither like such a code nor like an identity card's number. */
    FORM,
    /** Like an identity card's number (GB 11643), but no such person can be. */
    BIRTHDAY
  }

  /**
   * Takes the normal form only.
   *
   * @throws IllegalArgumentException for any other text
   */
  public TaxpayerId {
    if (!SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException("no taxpayer id");
    }
  }

  /**
   * Reads a text as a person types it: full-width characters become plain ones, letters upper case,
   * blanks go. What is valid as an identity card's number and as an organisation's code is the
   * person's.
   *
   * @param today in China; nobody is born later
   */
  public static Reading<TaxpayerId, Flaw> parse(String typed, LocalDate today) {
    return parse(typed, today, false);
  }

  /**
   * The same, for whom has the paper before them.
   *
   * @param confirmed the code is as it stands on the certificate, so that a wrong check character
   *     does not speak against it; the form has to be right all the same
   */
  public static Reading<TaxpayerId, Flaw> parse(String typed, LocalDate today, boolean confirmed) {
    String text = normalise(typed);
    if (!text.matches("[0-9A-Z]+")) {
      return flawed(Flaw.CHARACTERS);
    }
    if (text.matches("0+")) {
      return flawed(Flaw.ZEROS);
    }
    return switch (text.length()) {
      case 15 -> text.matches("\\d{6}.*") ? read(text, Kind.OLDER) : flawed(Flaw.CHARACTERS);
      case 17 -> person(text, CitizenNumber.isValidOld(text.substring(0, 15), today));
      case UNIFIED_LENGTH -> unified(text, today, confirmed);
      case 20 -> person(text, CitizenNumber.isValid(text.substring(0, UNIFIED_LENGTH), today));
      default -> flawed(Flaw.LENGTH);
    };
  }

  /** True for the lengths that were given before the unified code of 18 characters. */
  public boolean isOlder() {
    return text.length() < UNIFIED_LENGTH;
  }

  /** True when somebody had to confirm it, since its check character is wrong. */
  public boolean isConfirmed() {
    return kind == Kind.CONFIRMED_ORGANISATION;
  }

  /** The last four characters: a log shows no more. */
  @Override
  public String toString() {
    return "***" + text.substring(text.length() - 4);
  }

  private static String normalise(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC)
        .replaceAll("\\h", "")
        .toUpperCase(Locale.ROOT);
  }

  private static Reading<TaxpayerId, Flaw> unified(
      String text, LocalDate today, boolean confirmed) {
    if (CitizenNumber.isValid(text, today)) {
      return read(text, Kind.PERSON);
    }
    if (UnifiedSocialCreditCode.isValid(text)) {
      return read(text, Kind.ORGANISATION);
    }
    if (CitizenNumber.looksLikeOne(text) && text.charAt(0) != BUSINESS) {
      return flawed(Flaw.BIRTHDAY);
    }
    if (!UnifiedSocialCreditCode.isWellFormed(text)) {
      return flawed(Flaw.FORM);
    }
    return confirmed ? read(text, Kind.CONFIRMED_ORGANISATION) : flawed(Flaw.CHECK_DIGIT);
  }

  private static Reading<TaxpayerId, Flaw> person(String text, boolean canBe) {
    return canBe ? read(text, Kind.PERSON) : flawed(Flaw.BIRTHDAY);
  }

  private static Reading<TaxpayerId, Flaw> read(String text, Kind kind) {
    return new Reading.Read<>(new TaxpayerId(text, kind));
  }

  private static Reading<TaxpayerId, Flaw> flawed(Flaw flaw) {
    return new Reading.Flawed<>(flaw);
  }
}
