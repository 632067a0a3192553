package org.fapiaosuite.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderNumberTest {

  @ParameterizedTest
  @CsvSource({
    "E0700K3M9Q, E0700K3M9Q",
    "' E0700K3M9Q\t', E0700K3M9Q",
    "'\u3000E1\n', E1",
    "e1, E1",
    "e 1, E1",
    "4, 4",
    "2026-11_17.a, 2026-11_17.A",
  })
  void blanks_of_pasting_go_and_letters_are_capitals(String typed, String text) {
    assertEquals(Optional.of(new OrderNumber(text)), OrderNumber.parse(typed));
    assertEquals(text, OrderNumber.of(typed).text());
    assertTrue(OrderNumber.isNormal(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "E1\n2",
        "Ｅ１２",
        "E1/../2",
        "-E1",
        ".E1",
        "_E1",
        "E1'--",
        "E1\u200b",
        "{inject:x}",
        "订单1"
      })
  void other_text_is_no_order_number(String typed) {
    assertEquals(Optional.empty(), OrderNumber.parse(typed));
    assertThrows(IllegalArgumentException.class, () -> OrderNumber.of(typed));
    assertFalse(OrderNumber.isNormal(typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {" E1", "E1 ", "E1\n", "e1"})
  void only_the_normal_form_is_taken_as_it_is(String text) {
    assertFalse(OrderNumber.isNormal(text));
    assertThrows(IllegalArgumentException.class, () -> new OrderNumber(text));
  }

  @Test
  void it_has_64_characters_at_most() {
    assertTrue(OrderNumber.isNormal("E".repeat(64)));
    assertFalse(OrderNumber.isNormal("E".repeat(65)));
  }

  @Test
  void case_does_not_matter() {
    assertEquals(OrderNumber.of("E1"), OrderNumber.of("e1"));
  }
}
