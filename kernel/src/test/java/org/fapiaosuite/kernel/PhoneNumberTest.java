package org.fapiaosuite.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

  @ParameterizedTest
  @CsvSource({
    "13800138000, 13800138000",
    "+8613800138000, 13800138000",
    "+86 138 0013 8000, 13800138000",
    "8613800138000, 13800138000",
    "0086-13800138000, 13800138000",
    "１３８００１３８０００, 13800138000",
    "19912345678, 19912345678",
    "021-28986102, 021-28986102",
    "02128986102, 021-28986102",
    "010-12345678-123, 010-12345678-123",
    "0755-1234567, 0755-1234567",
    "+86-21-28986102, 021-28986102",
    "400-089-0365, 400-089-0365",
    "4000890365, 400-089-0365",
    "800-820-1234, 800-820-1234",
  })
  void numbers_that_ring(String typed, String stored) {
    assertEquals(Optional.of(new PhoneNumber(stored)), PhoneNumber.parse(typed));
    assertEquals(Optional.of(new PhoneNumber(stored)), PhoneNumber.parse(stored));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "12800138000",
        "1380013800",
        "138001380001",
        "abc",
        "13800138000x",
        "28986102",
        "021-289861",
        "500-089-0365",
        "+1 650 253 0000",
        "1380013800\n0",
        "9999999999999999999999999999999999999999"
      })
  void numbers_that_do_not(String typed) {
    assertEquals(Optional.empty(), PhoneNumber.parse(typed));
    assertThrows(IllegalArgumentException.class, () -> new PhoneNumber(typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+8613800138000",
        "138 0013 8000",
        "１３８００１３８０００",
        "+86-21-28986102",
        "02128986102"
      })
  void only_the_normal_form_is_taken_as_it_is(String typed) {
    assertThrows(IllegalArgumentException.class, () -> new PhoneNumber(typed));
  }

  @Test
  void it_does_not_show_itself_in_logs() {
    assertEquals("***8000", new PhoneNumber("13800138000").toString());
  }
}
