package org.fapiaosuite.fapiao.issuing;

import org.fapiaosuite.fapiao.kind.FapiaoKind;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.LegacyCode;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.kind.NumberScheme;
import org.fapiaosuite.fapiao.problem.Violations;
import org.jspecify.annotations.Nullable;

/**
 * The number of a Fapiao as it is printed; text, since zeros lead.
 *
 * @param code only for {@link NumberScheme#LEGACY_CODE_NUMBER}
 */
public record LegalNumber(NumberScheme scheme, @Nullable String code, String number) {

  /** The form under which no two Fapiao may be the same. */
  public String unique() {
    return switch (scheme) {
      case UNIFIED_20 -> "UNIFIED_20:" + number;
      case LEGACY_CODE_NUMBER -> "LEGACY:" + code + ":" + number;
    };
  }

  /** Checks length, digits and, for a legacy code, that its kind is that of the Fapiao. */
  public void check(FapiaoType type, Medium medium, String path, Violations violations) {
    switch (scheme) {
      case UNIFIED_20 -> {
        if (code != null) {
          violations.add(path + ".code", "violation.no-code");
        }
        if (!number.matches("\\d{20}") || number.matches("0+")) {
          violations.add(path + ".number", "violation.number-20");
        }
      }
      case LEGACY_CODE_NUMBER -> {
        if (!number.matches("\\d{8}")) {
          violations.add(path + ".number", "violation.number-8");
        }
        checkCode(type, medium, path, violations);
      }
    }
  }

  private void checkCode(FapiaoType type, Medium medium, String path, Violations violations) {
    if (code == null || !LegacyCode.isWellFormed(code)) {
      violations.add(path + ".code", "violation.code");
    } else if (!LegacyCode.fits(code, new FapiaoKind(type, medium))) {
      violations.add(path + ".code", "violation.code-kind");
    }
  }
}
