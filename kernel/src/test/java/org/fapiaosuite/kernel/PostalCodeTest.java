package org.fapiaosuite.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostalCodeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"010000", "100000", "201203", "518000", "799999", "830000", "869999", "999077"})
  void provinces_are_01_to_86(String typed) {
    assertEquals(Optional.of(new PostalCode(typed)), PostalCode.parse(typed));
  }

  @ParameterizedTest
  @CsvSource({
    "201203, 310115, true",
    "999077, 810000, true",
    "999078, 820000, true",
    "999077, 820000, false",
    "999078, 310115, false",
    "201203, 810000, false",
  })
  void hong_kong_and_macao_have_one_each(String code, String region, boolean suits) {
    assertEquals(suits, new PostalCode(code).suits(region));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "000000",
        "009999",
        "870000",
        "990000",
        "20120",
        "2012033",
        "201203\n",
        "20120a",
        "-20120"
      })
  void other_text_is_no_postal_code(String typed) {
    assertEquals(Optional.empty(), PostalCode.parse(typed));
    assertThrows(IllegalArgumentException.class, () -> new PostalCode(typed));
  }
}
