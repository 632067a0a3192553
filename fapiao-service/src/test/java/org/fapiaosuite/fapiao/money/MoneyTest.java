package org.fapiaosuite.fapiao.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  @ParameterizedTest
  @CsvSource({"0.00, 0", "0.01, 1", "1270.00, 127000", "9999999999.99, 999999999999"})
  void yuan_are_fen(String yuan, long fen) {
    assertEquals(fen, Money.ofYuan(yuan).fen());
    assertEquals(yuan, Money.ofFen(fen).yuan());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.0",
        "1.000",
        "-1.00",
        "+1.00",
        "1e2",
        "1,00",
        " 1.00",
        "１.00",
        "99999999999.00"
      })
  void other_text_is_no_amount(String text) {
    assertThrows(IllegalArgumentException.class, () -> Money.ofYuan(text));
  }

  @Test
  void there_is_no_less_than_nothing() {
    assertThrows(IllegalArgumentException.class, () -> Money.ZERO.minus(Money.ofFen(1)));
    assertEquals(Money.ZERO, Money.ZERO.minusOrZero(Money.ofFen(1)));
  }
}
