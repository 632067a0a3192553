package org.fapiaosuite.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaybillTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"SF1234567890123", "1234567890123", "YD123456789012345", "A1B2C3", "ABCDEF"})
  void capitals_and_digits_are_one(String typed) {
    assertEquals(Optional.of(new Waybill(typed)), Waybill.parse(typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "SF123", "=HYPERLINK(1)", "SF123456/../1"})
  void other_text_is_none(String typed) {
    assertEquals(Optional.empty(), Waybill.parse(typed));
    assertThrows(IllegalArgumentException.class, () -> new Waybill(typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sf1234567890123", "SF 1234567890123", "SF-1234567890123", "ＳＦ１２３４５６７"})
  void only_the_normal_form_is_taken_as_it_is(String typed) {
    assertThrows(IllegalArgumentException.class, () -> new Waybill(typed));
  }

  @Test
  void a_couriers_form_is_that_of_the_consignment_without_its_piece() {
    Waybill piece = new Waybill("SF1234567890123-001");

    assertTrue(piece.hasForm(Pattern.compile("SF\\d{13}")));
    assertEquals("SF1234567890123", piece.consignment());
  }

  @Test
  void it_has_6_to_40_characters() {
    assertEquals(Optional.empty(), Waybill.parse("1".repeat(5)));
    assertEquals(Optional.of(new Waybill("1".repeat(6))), Waybill.parse("1".repeat(6)));
    assertEquals(Optional.of(new Waybill("1".repeat(40))), Waybill.parse("1".repeat(40)));
    assertEquals(Optional.empty(), Waybill.parse("1".repeat(41)));
  }

  @Test
  void a_couriers_form_is_the_form_of_the_whole_number() {
    Pattern courier = Pattern.compile("SF\\d{12,13}|\\d{12,15}");

    assertTrue(new Waybill("SF1234567890123").hasForm(courier));
    assertTrue(new Waybill("123456789012").hasForm(courier));
    assertFalse(new Waybill("SF12345678901234").hasForm(courier));
    assertFalse(new Waybill("12345678901A").hasForm(courier));
  }
}
