package org.fapiaosuite.fapiao.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignNumberTest {

  @ParameterizedTest
  @CsvSource({
    "+49 30 123456, +4930123456",
    "0049-30-123456, +4930123456",
    "(+49) 30 123456, +4930123456",
    "+49 (0) 30 / 12 34 56, +4930123456",
    "+1 (650) 253-0000, +16502530000",
    "+39 06 6982, +39066982",
    "＋８１ ３ １２３４ ５６７８, +81312345678",
    "+44 20 7946 0018 ext. 12, +442079460018;ext=12",
  })
  void a_number_abroad_has_one_form(String typed, String stored) {
    assertEquals(Optional.of(stored), ForeignNumber.parse(typed));
    assertEquals(Optional.of(stored), ForeignNumber.parse(stored));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "+49",
        "+49 30",
        "030 123456",
        "13800138000",
        "+13800138000",
        "+86 13800138000",
        "008613800138000",
        "+852 2123 4567",
        "+853 2888 1234",
        "+886 2 2123 4567",
        "+0 30 123456",
        "+4930123456\nBcc: x",
        "call me",
        "+49 30                                                    123456"
      })
  void what_is_none(String typed) {
    assertEquals(Optional.empty(), ForeignNumber.parse(typed));
  }
}
