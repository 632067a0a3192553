package org.fapiaosuite.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  private static final Money MOST = Money.ofFen(10_000_000_000_000L);

  @ParameterizedTest
  @CsvSource({"0.00, 0", "0.01, 1", "1270.00, 127000", "9999999999.99, 999999999999"})
  void yuan_are_fen(String yuan, long fen) {
    assertEquals(fen, Money.ofYuan(yuan).fen());
    assertEquals(yuan, Money.ofFen(fen).yuan());
    assertEquals(yuan, Money.of("CNY", yuan).toString());
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
  void leading_zeros_are_read_and_not_written() {
    assertEquals("7.10", Money.ofYuan("0000000007.10").yuan());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "USD", "cny", "RMB", "CNY "})
  void another_currency_is_no_money_here(String currency) {
    assertThrows(IllegalArgumentException.class, () -> Money.of(currency, "1.00"));
  }

  @Test
  void there_is_no_less_than_nothing() {
    assertThrows(IllegalArgumentException.class, () -> Money.ofFen(-1));
    assertThrows(IllegalArgumentException.class, () -> Money.ZERO.minus(Money.ofFen(1)));
    assertEquals(Money.ZERO, Money.ZERO.minusOrZero(Money.ofFen(1)));
  }

  @Test
  void there_is_no_more_than_a_hundred_billion_yuan() {
    assertEquals("100000000000.00", MOST.yuan());
    assertThrows(IllegalArgumentException.class, () -> MOST.plus(Money.ofFen(1)));
    assertTrue(MOST.isMoreThan(Money.LARGEST));
  }

  @Test
  void sums_and_differences_are_exact() {
    Money third = Money.ofYuan("0.33");

    assertEquals(Money.ofYuan("0.99"), third.plus(third).plus(third));
    assertEquals(Money.ofYuan("0.67"), Money.ofYuan("1.00").minus(third));
    assertEquals(Money.ofYuan("0.67"), Money.ofYuan("1.00").minusOrZero(third));
    assertEquals(Money.ofYuan("0.66"), Money.sum(List.of(third, third)));
    assertEquals(Money.ZERO, Money.sum(List.of()));
    assertTrue(Money.sum(List.of()).isZero());
    assertFalse(third.isZero());
  }

  @Test
  void amounts_have_an_order() {
    Money less = Money.ofYuan("9.00");
    Money more = Money.ofYuan("10.00");

    assertTrue(less.compareTo(more) < 0);
    assertTrue(more.isMoreThan(less));
    assertFalse(less.isMoreThan(less));
    assertEquals(less, less.smaller(more));
    assertEquals(less, more.smaller(less));
  }
}
