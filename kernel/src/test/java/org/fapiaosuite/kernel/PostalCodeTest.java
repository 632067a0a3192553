package org.fapiaosuite.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostalCodeTest {

  @ParameterizedTest
  @ValueSource(strings = {"010000", "100000", "201203", "518000", "799999", "830000", "869999"})
  void provinces_are_01_to_86(String typed) {
    assertEquals(Optional.of(new PostalCode(typed)), PostalCode.parse(typed));
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
        " 201203",
        "201203\n",
        "２０１２０３",
        "20120a",
        "-20120"
      })
  void other_text_is_no_postal_code(String typed) {
    assertEquals(Optional.empty(), PostalCode.parse(typed));
    assertThrows(IllegalArgumentException.class, () -> new PostalCode(typed));
  }
}
