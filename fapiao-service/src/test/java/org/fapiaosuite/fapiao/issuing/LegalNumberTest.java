package org.fapiaosuite.fapiao.issuing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.kind.NumberScheme;
import org.fapiaosuite.fapiao.problem.Violations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalNumberTest {

  @ParameterizedTest
  @CsvSource({
    // ten digits: the eighth is the kind
    "LEGACY_CODE_NUMBER, 3100261320, 00345678, ORDINARY, PAPER, true",
    "LEGACY_CODE_NUMBER, 3100261620, 00345678, ORDINARY, PAPER, true",
    "LEGACY_CODE_NUMBER, 3100261130, 00345678, ORDINARY, PAPER, false",
    "LEGACY_CODE_NUMBER, 3100261130, 00345678, SPECIAL, PAPER, true",
    "LEGACY_CODE_NUMBER, 3100261530, 00345678, SPECIAL, PAPER, true",
    "LEGACY_CODE_NUMBER, 3100261320, 00345678, SPECIAL, PAPER, false",
    "LEGACY_CODE_NUMBER, 3100261220, 00345678, ORDINARY, PAPER, false",
    "LEGACY_CODE_NUMBER, 3100261320, 00345678, ORDINARY, ELECTRONIC, false",
    // twelve digits: the last two are the kind
    "LEGACY_CODE_NUMBER, 031002600104, 00345678, ORDINARY, PAPER, true",
    "LEGACY_CODE_NUMBER, 031002600111, 00345678, ORDINARY, ELECTRONIC, true",
    "LEGACY_CODE_NUMBER, 031002600113, 00345678, SPECIAL, ELECTRONIC, true",
    "LEGACY_CODE_NUMBER, 031002600111, 00345678, ORDINARY, PAPER, false",
    "LEGACY_CODE_NUMBER, 031002600104, 00345678, SPECIAL, PAPER, false",
    // lengths and digits
    "LEGACY_CODE_NUMBER, 310026132, 00345678, ORDINARY, PAPER, false",
    "LEGACY_CODE_NUMBER, 31002613200, 00345678, ORDINARY, PAPER, false",
    "LEGACY_CODE_NUMBER, 31002613２0, 00345678, ORDINARY, PAPER, false",
    "LEGACY_CODE_NUMBER, , 00345678, ORDINARY, PAPER, false",
    "LEGACY_CODE_NUMBER, 3100261320, 0345678, ORDINARY, PAPER, false",
    "LEGACY_CODE_NUMBER, 3100261320, 003456789, ORDINARY, PAPER, false",
    "LEGACY_CODE_NUMBER, 3100261320, 0034567a, ORDINARY, PAPER, false",
    "UNIFIED_20, , 26312000000012345678, ORDINARY, ELECTRONIC, true",
    "UNIFIED_20, , 26312000000012345678, SPECIAL, PAPER, true",
    "UNIFIED_20, 3100261320, 26312000000012345678, ORDINARY, ELECTRONIC, false",
    "UNIFIED_20, , 2631200000001234567, ORDINARY, ELECTRONIC, false",
    "UNIFIED_20, , 263120000000123456789, ORDINARY, ELECTRONIC, false",
    "UNIFIED_20, , 00000000000000000000, ORDINARY, ELECTRONIC, false",
  })
  void a_number_has_to_fit_its_fapiao(
      NumberScheme scheme,
      String code,
      String number,
      FapiaoType type,
      Medium medium,
      boolean good) {
    Violations violations = new Violations();
    new LegalNumber(scheme, code, number).check(type, medium, "fapiaos[0]", violations);
    assertEquals(good, violations.isEmpty());
  }

  @Test
  void the_same_number_under_another_code_is_another_fapiao() {
    LegalNumber one = new LegalNumber(NumberScheme.LEGACY_CODE_NUMBER, "3100261320", "00345678");
    LegalNumber two = new LegalNumber(NumberScheme.LEGACY_CODE_NUMBER, "3100262320", "00345678");
    assertNotEquals(one.unique(), two.unique());
  }
}
