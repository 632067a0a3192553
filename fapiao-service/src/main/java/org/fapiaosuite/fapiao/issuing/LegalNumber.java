package org.fapiaosuite.fapiao.issuing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fapiaosuite.fapiao.kind.FapiaoKind;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.LegacyCode;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.kind.NumberScheme;
import org.fapiaosuite.fapiao.kind.TypedDigits;
import org.fapiaosuite.fapiao.problem.Violations;
import org.fapiaosuite.fapiao.wording.Warning;
import org.jspecify.annotations.Nullable;

/**
 * The number of a Fapiao as it is printed; text, since zeros lead.
 *
 * @param code only for {@link NumberScheme#LEGACY_CODE_NUMBER}
 */
public record LegalNumber(NumberScheme scheme, @Nullable String code, String number) {

  private static final int UNIFIED_LENGTH = 20;

  /** The first two digits of GB/T 2260, of the provinces of the mainland. */
  private static final Set<String> PROVINCES =
      Set.of(
          "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
          "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
          "65");

  /** As a clerk types it: full-width digits made plain, blanks dropped, an empty code none. */
  public static LegalNumber typed(NumberScheme scheme, @Nullable String code, String number) {
    String plainCode = code == null ? "" : TypedDigits.plain(code);
    return new LegalNumber(
        scheme, plainCode.isEmpty() ? null : plainCode, TypedDigits.plain(number));
  }

  /**
   * What seems odd about a number of 20 digits: the first two are not the year of issue, or the
   * next two no province (domain facts 1.4).
   *
   * @param path of the Fapiao within the request
   */
  public List<Warning> oddities(LocalDate issuedOn, String path) {
    if (scheme != NumberScheme.UNIFIED_20 || number.length() != UNIFIED_LENGTH) {
      return List.of();
    }
    List<Warning> odd = new ArrayList<>();
    String year = "%02d".formatted(issuedOn.getYear() % 100);
    if (!number.startsWith(year)) {
      odd.add(
          Warning.of(
              "fapiao-number-year",
              path + ".number",
              number.substring(0, 2),
              Integer.toString(issuedOn.getYear())));
    }
    if (!PROVINCES.contains(number.substring(2, 4))) {
      odd.add(Warning.of("fapiao-number-region", path + ".number", number.substring(2, 4)));
    }
    return odd;
  }

  /** The form under which no two Fapiao may be the same. */
  public String unique() {
    return switch (scheme) {
      case UNIFIED_20 -> "UNIFIED_20:" + number;
      case LEGACY_CODE_NUMBER -> "LEGACY:" + code + ":" + number;
    };
  }

  /**
   * Checks length, digits and, for a legacy code, that its kind is that of the Fapiao.
   *
   * @param path of the Fapiao within the request; empty when that is the whole request
   */
  public void check(FapiaoType type, Medium medium, String path, Violations violations) {
    switch (scheme) {
      case UNIFIED_20 -> {
        if (code != null) {
          violations.add(field(path, "code"), "violation.no-code");
        }
        if (!number.matches("\\d{20}") || number.matches("0+")) {
          violations.add(field(path, "number"), "violation.number-20");
        }
      }
      case LEGACY_CODE_NUMBER -> {
        if (!number.matches("\\d{8}")) {
          violations.add(field(path, "number"), "violation.number-8");
        }
        checkCode(type, medium, path, violations);
      }
    }
  }

  private void checkCode(FapiaoType type, Medium medium, String path, Violations violations) {
    if (code == null || !LegacyCode.isWellFormed(code)) {
      violations.add(field(path, "code"), "violation.code");
    } else if (!LegacyCode.fits(code, new FapiaoKind(type, medium))) {
      violations.add(field(path, "code"), "violation.code-kind");
    }
  }

  private static String field(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
