package org.fapiaosuite.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HundredthsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0.00",
    "0.00, 0, 0.00",
    "0.01, 1, 0.01",
    "1270, 127000, 1270.00",
    "1270.5, 127050, 1270.50",
    "1270.50, 127050, 1270.50",
    "007.1, 710, 7.10",
    "9999999999999.99, 999999999999999, 9999999999999.99",
  })
  void platforms_write_up_to_two_decimals(String written, long hundredths, String text) {
    assertEquals(OptionalLong.of(hundredths), Hundredths.parse(written, 13));
    assertEquals(text, Hundredths.text(hundredths));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        ".5",
        "1.",
        "1.000",
        "1.2.3",
        "-1.00",
        "+1.00",
        "1e2",
        "1,00",
        "1 000.00",
        " 1.00",
        "1.00\n",
        "１.00",
        "NaN",
        "0x10",
        "10000000000000.00",
        "99999999999999999999999999999999999999"
      })
  void other_text_is_no_amount(String text) {
    assertEquals(OptionalLong.empty(), Hundredths.parse(text, 13));
  }

  @Test
  void a_sum_may_be_longer_than_an_amount() {
    assertEquals(OptionalLong.empty(), Hundredths.parse("9".repeat(16), 15));
    assertEquals(
        OptionalLong.of(999_999_999_999_999_999L), Hundredths.parse("9".repeat(16) + ".99", 16));
    assertEquals(OptionalLong.empty(), Hundredths.parse("9".repeat(17), 16));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 17})
  void more_digits_than_a_long_holds_cannot_be_asked_for(int digits) {
    assertThrows(IllegalArgumentException.class, () -> Hundredths.parse("1", digits));
  }

  @Test
  void a_difference_may_be_negative() {
    assertEquals("-0.01", Hundredths.text(-1));
  }
}
