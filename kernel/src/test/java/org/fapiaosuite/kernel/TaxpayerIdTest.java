package org.fapiaosuite.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.fapiaosuite.kernel.TaxpayerId.Flaw;
import org.fapiaosuite.kernel.TaxpayerId.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxpayerIdTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "91350100M000100Y43",
        "91110000600037341L",
        "523100005758850147",
        "91310106552993944D",
        "91310000834486035U",
        "91310101MAELA36R35",
        "916101123111642482",
        // check character 31 - 0 = '0', and a letter as authority
        "91310106MA1K000290",
        "N2310106MA1K00000H"
      })
  void real_codes_are_valid(String code) {
    assertTrue(UnifiedSocialCreditCode.isValid(code));
    assertEquals(
        new Reading.Read<>(new TaxpayerId(code, Kind.ORGANISATION)), TaxpayerId.parse(code, TODAY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"91350100M000100Y44", "91310115MA1H8R7C6D", "202003261233701778"})
  void wrong_codes_are_not(String code) {
    assertFalse(UnifiedSocialCreditCode.isValid(code));
    assertEquals(new Reading.Flawed<>(Flaw.CHECK_DIGIT), TaxpayerId.parse(code, TODAY));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17})
  void one_wrong_character_anywhere_is_noticed(int place) {
    String code = "91310106552993944D";
    for (char other : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
      if (other != code.charAt(place)) {
        String wrong = code.substring(0, place) + other + code.substring(place + 1);
        assertFalse(UnifiedSocialCreditCode.isValid(wrong), wrong);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "91310106552993944d, 91310106552993944D",
    "' 9131 0106 5529 9394 4D ', 91310106552993944D",
    "９１３１０１０６５５２９９３９４４Ｄ, 91310106552993944D",
  })
  void typing_habits_are_forgiven(String typed, String printed) {
    assertEquals(
        new Reading.Read<>(new TaxpayerId(printed, Kind.ORGANISATION)),
        TaxpayerId.parse(typed, TODAY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"91310106552993944E", "９１３１０１０６５５２９９３９４４ e", "202003261233701778"})
  void a_wrong_check_character_is_accepted_once_confirmed(String typed) {
    Reading<TaxpayerId, Flaw> read = TaxpayerId.parse(typed, TODAY, true);

    assertEquals(
        Kind.CONFIRMED_ORGANISATION, read.orTell(flaw -> {}).map(TaxpayerId::kind).orElse(null));
  }

  @ParameterizedTest
  @CsvSource({
    "91310106552993944D, ORGANISATION",
    "11010519491231002X, PERSON",
    "310115MA1H8R7C6, OLDER",
  })
  void what_is_right_anyway_needs_no_confirmation(String id, Kind kind) {
    assertEquals(new Reading.Read<>(new TaxpayerId(id, kind)), TaxpayerId.parse(id, TODAY, true));
  }

  @ParameterizedTest
  @CsvSource({
    "9131010655299394IO, FORM",
    "110105194912310021, BIRTHDAY",
    "9131010655299394, LENGTH",
    "000000000000000000, ZEROS",
    "9131010655299394-D, CHARACTERS",
  })
  void a_confirmation_is_for_the_check_character_alone(String id, Flaw flaw) {
    assertEquals(new Reading.Flawed<>(flaw), TaxpayerId.parse(id, TODAY, true));
  }

  @ParameterizedTest
  @CsvSource({
    // a person's id, and a household business built on it
    "11010519491231002X, PERSON",
    "11010519491231002X01, PERSON",
    // 15 digits of the first generation and two more
    "11010549123100201, PERSON",
    // region and organisation code
    "310115MA1H8R7C6, OLDER",
  })
  void older_ids_are_accepted(String id, Kind kind) {
    assertEquals(new Reading.Read<>(new TaxpayerId(id, kind)), TaxpayerId.parse(id, TODAY));
  }

  @ParameterizedTest
  @CsvSource({
    "'', CHARACTERS",
    "'   ', CHARACTERS",
    "9131010655299394-D, CHARACTERS",
    "91310106552993944\u200BD, CHARACTERS",
    "ABCDEFMA1H8R7C6, CHARACTERS",
    "000000000000000, ZEROS",
    "000000000000000000, ZEROS",
    "00000000000000000000, ZEROS",
    "9131010655299394, LENGTH",
    "9131010655299394400, LENGTH",
    "913101065529939440000, LENGTH",
    // I, O, S, V and Z do not exist
    "9131010655299394IO, FORM",
    "S1310106552993944D, FORM",
    // no such day, not born yet, wrong check digit
    "110105194902310021, BIRTHDAY",
    "110105204912310021, BIRTHDAY",
    "110105194912310021, BIRTHDAY",
    "11010549023100201, BIRTHDAY",
    "11010519490231002X01, BIRTHDAY",
    "ABCDEFGHJKLMNPQRTUWX, BIRTHDAY",
  })
  void everything_else_is_refused_with_its_reason(String id, Flaw flaw) {
    assertEquals(new Reading.Flawed<>(flaw), TaxpayerId.parse(id, TODAY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "91310106552993944d",
        "9131 0106 5529 9394 4D",
        "9131010655299394",
        "９１３１０１０６５５２９９３９４４Ｄ"
      })
  void only_the_normal_form_is_taken_as_it_is(String text) {
    assertThrows(IllegalArgumentException.class, () -> new TaxpayerId(text, Kind.ORGANISATION));
  }

  @ParameterizedTest
  @CsvSource({
    "310115MA1H8R7C6, OLDER, true",
    "11010549123100201, PERSON, true",
    "91310106552993944D, ORGANISATION, false",
    "11010519491231002X01, PERSON, false",
  })
  void what_was_given_before_the_unified_code_is_shorter(String id, Kind kind, boolean older) {
    assertEquals(older, new TaxpayerId(id, kind).isOlder());
  }

  @Test
  void it_does_not_show_itself_in_logs() {
    assertEquals("***944D", new TaxpayerId("91310106552993944D", Kind.ORGANISATION).toString());
  }
}
