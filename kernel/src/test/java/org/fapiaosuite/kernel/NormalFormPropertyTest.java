package org.fapiaosuite.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What holds for every text, tried with twenty thousand of them that are made up of whatever real
 * reports had in them. The seed is fixed: a failure is the same the next time.
 */
class NormalFormPropertyTest {

  private static final int TEXTS = 20_000;
  private static final List<String> PIECES =
      List.of(
          "王", "〇", "⼀", "⻓", "𠮷", "豈", "A", "a", "Ａ", "é", "e\u0301", "ß", "İ", "ı", "ﬁ", "1",
          "１", "Ⅱ", "①", "½", "㎡", "｜", "|", "·", "・", "•", " ", "  ", "\u3000", "\u00A0", "(", ")",
          "（", "）", "（个人）", "(个人)", ",", "，", ", ", "-", "－", "—", "'", "’", "=", "+", "@", "*",
          "/", "#", "x", "转", "SF", "FTE", "+86", "0086", "852", "021", "400", "138", "0013",
          "8000", "\u200B", "\u00AD", "\u202E", "\uFE0F", "\u0301", "\u0334", "😀", "\uD800",
          "\uE000", "\u0000", "<", "{");

  @Test
  void normalising_twice_is_normalising_once() {
    texts().forEach(text -> assertStable(text, PrintedText::normalise));
  }

  @Test
  void what_is_accepted_is_accepted_as_it_is_kept() {
    texts()
        .flatMap(text -> PrintedText.parse(text, 100).orTell(flaw -> {}).stream())
        .forEach(
            kept ->
                assertEquals(
                    new Reading.Read<>(kept),
                    PrintedText.parse(kept.text(), kept.text().length())));
  }

  @Test
  void every_payer_that_is_called_anything_can_be_typed_as_a_title() {
    texts()
        .filter(payer -> !ComparedName.of(payer, 100).isEmpty())
        .forEach(
            payer -> {
              PrintedText title = PrintedText.closest(payer, 100).orElseThrow();
              assertEquals(
                  new Reading.Read<>(title), PrintedText.parse(title.text(), 100), title.text());
              assertEquals(ComparedName.of(payer, 100), ComparedName.of(title.text(), 100));
            });
  }

  @Test
  void comparing_the_compared_form_changes_nothing() {
    texts()
        .map(text -> ComparedName.of(text, 100))
        .filter(name -> !name.isEmpty())
        .forEach(name -> assertEquals(name.text(), ComparedName.fold(name.text())));
  }

  @Test
  void every_number_is_read_the_same_once_more() {
    List<UnaryOperator<String>> readers =
        List.of(
            reader(text -> PhoneNumber.parse(text).map(PhoneNumber::text)),
            reader(text -> Waybill.parse(text).map(Waybill::text)),
            reader(text -> BankAccount.parse(text).map(BankAccount::text)),
            reader(text -> OrderNumber.parse(text).map(OrderNumber::text)),
            reader(text -> PostalCode.parse(text).map(PostalCode::text)),
            reader(text -> EmailAddress.parse(text).map(EmailAddress::text)));
    texts().forEach(text -> readers.forEach(reader -> assertStable(text, reader)));
  }

  @Test
  void every_character_has_the_verdict_of_its_category() {
    for (int at = 0; at <= Character.MAX_CODE_POINT; at++) {
      switch (Character.getType(at)) {
        case Character.CONTROL,
            Character.FORMAT,
            Character.SURROGATE,
            Character.PRIVATE_USE,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR,
            Character.MODIFIER_SYMBOL ->
            assertEquals(false, CharacterTable.passes(at), Integer.toHexString(at));
        case Character.UNASSIGNED ->
            assertTrue((at > 0x20000 && at < 0x34000) || !CharacterTable.passes(at), "U+" + at);
        case Character.OTHER_SYMBOL,
            Character.MATH_SYMBOL,
            Character.START_PUNCTUATION,
            Character.END_PUNCTUATION,
            Character.OTHER_PUNCTUATION,
            Character.ENCLOSING_MARK -> {}
        default ->
            assertEquals(
                at < 0x10000 || !runsFromTheRight(at),
                CharacterTable.passes(at),
                Integer.toHexString(at));
      }
    }
  }

  private static boolean runsFromTheRight(int at) {
    byte direction = Character.getDirectionality(at);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  /**
   * Whatever a payer is called, something printable is made of it, or nothing; always an answer.
   */
  @Test
  void the_closest_text_is_printable_whatever_stands_beside_what() {
    for (int at = 0; at <= Character.MAX_VALUE; at++) {
      String name = "2026 " + Character.toString(at) + "\u0651 7";

      PrintedText closest = PrintedText.closest(name, 100).orElseThrow();

      assertEquals(closest.text(), PrintedText.normalise(closest.text()), Integer.toHexString(at));
    }
  }

  @Test
  void a_text_of_any_length_has_a_verdict() {
    for (String word : List.of("abc שלום ", "2026 شركة ", "אבָ abc ", "שָׁלוֹם")) {
      String name = word.repeat(50_000);

      PrintedText closest = PrintedText.closest(name, 100).orElseThrow();

      assertTrue(closest.text().length() <= 100);
      assertTrue(PrintedText.parse(name, 100) instanceof Reading.Flawed<?, ?>);
    }
  }

  @Test
  void a_radical_is_never_what_is_kept() {
    for (int at = 0x2E80; at <= 0x2FD5; at++) {
      boolean assigned = Character.getType(at) != Character.UNASSIGNED;
      if (assigned && at != 0x2E80) {
        assertNotEquals(at, PrintedText.normalise(Character.toString(at)).codePointAt(0));
      }
    }
  }

  private static UnaryOperator<String> reader(
      java.util.function.Function<String, Optional<String>> parse) {
    return text -> parse.apply(text).orElse("");
  }

  private static void assertStable(String text, UnaryOperator<String> normalise) {
    String once = normalise.apply(text);
    assertEquals(once, normalise.apply(once), () -> "of " + text);
  }

  private static Stream<String> texts() {
    Random random = new Random(19);
    return Stream.generate(() -> text(random)).limit(TEXTS);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int pieces = 1 + random.nextInt(12);
    for (int i = 0; i < pieces; i++) {
      if (random.nextInt(8) == 0) {
        text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
      } else {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    return text.toString();
  }
}
