package org.fapiaosuite.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import org.fapiaosuite.kernel.PrintedText.Flaw;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "王小明",
        "王",
        "上海示例科技有限公司",
        "上海示例（集团）有限公司",
        "上海示例(集团)有限公司",
        "臺灣積體電路製造股份有限公司",
        "𠮷野家（上海）有限公司",
        "㐂寿司",
        "买买提·艾力",
        "O'Reilly & Sons, Ltd.",
        "Contoso GmbH & Co. KG",
        "7-Eleven",
        "3M中国有限公司",
        "Société Générale",
        "Ａｃｍｅ（中国）１２３",
      })
  void names_that_exist_can_be_printed(String name) {
    Reading<PrintedText, Flaw> read = PrintedText.parse(name, 100);

    assertEquals(new Reading.Read<>(new PrintedText(PrintedText.normalise(name))), read);
  }

  @ParameterizedTest
  @MethodSource
  void hostile_names_cannot(String name) {
    assertEquals(new Reading.Flawed<>(Flaw.CHARACTERS), PrintedText.parse(name, 100));
    assertThrows(IllegalArgumentException.class, () -> new PrintedText(name));
  }

  static Stream<String> hostile_names_cannot() {
    return Stream.of(
        "王\u0000小明",
        "王\n小明",
        "王\t小明",
        "王小明\r\nBcc: x@y",
        "\u200B",
        "王\u200B小明",
        "\u202E司公限有",
        "王\u2066小明",
        "\uFEFF王小明",
        "王\u00AD小明",
        "公司😀",
        "公司\uD83C\uDDE8\uD83C\uDDF3",
        "Z" + "\u0334".repeat(1000),
        "a\u0301\u0302\u0303\u0304",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "{{7*7}}",
        "${jndi:ldap://x}",
        "#{7*7}",
        "{#each}",
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(1)",
        "=HYPERLINK(\"x\")",
        "a|b",
        "a^b",
        "★★",
        "a\\b",
        "a`b",
        "a\uE000b",
        "....",
        "（）");
  }

  @ParameterizedTest
  @MethodSource
  void length_is_counted_in_characters(String name, @Nullable Flaw flaw) {
    assertEquals(
        flaw == null
            ? new Reading.Read<>(new PrintedText(name))
            : new Reading.Flawed<PrintedText, Flaw>(flaw),
        PrintedText.parse(name, 100));
  }

  static Stream<Arguments> length_is_counted_in_characters() {
    return Stream.of(
        Arguments.of("", Flaw.BLANK),
        Arguments.of("   ", Flaw.BLANK),
        Arguments.of("\u3000\u3000", Flaw.BLANK),
        Arguments.of("中".repeat(100), null),
        Arguments.of("𠮷".repeat(100), null),
        Arguments.of("中".repeat(101), Flaw.TOO_LONG),
        Arguments.of("a".repeat(256), Flaw.TOO_LONG),
        Arguments.of("a".repeat(300), Flaw.TOO_LONG));
  }

  @ParameterizedTest
  @CsvSource({
    "'  上海  示例 ', 上海 示例",
    "ＡＢＣ１２３公司, ABC123公司",
    "上海(集团)公司, 上海（集团）公司",
    "上海（集团）公司, 上海（集团）公司",
    "Contoso（China）, Contoso(China)",
    "Cafe\u0301, Caf\u00E9",
    "\uF900公司, \u8C48公司",
    "Caf\uFF45\u0301, Caf\u00E9",
  })
  void one_name_has_one_form(String typed, String stored) {
    assertEquals(stored, PrintedText.normalise(typed));
    assertEquals(stored, PrintedText.normalise(stored));
    assertEquals(
        new Reading.Read<>(new PrintedText(stored)), PrintedText.parse(typed, stored.length()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "中(%s)", "%s\u0301", "%s\u0338", "a%s 中", "（%s\u3000 a"})
  void the_form_is_stable_whatever_is_typed(String around) {
    for (int at = 0; at <= Character.MAX_CODE_POINT; at += at < 0x3000 ? 1 : 7) {
      String once = PrintedText.normalise(around.formatted(Character.toString(at)));
      assertEquals(once, PrintedText.normalise(once), () -> "of " + around);
    }
    for (int at = 0xFB00; at < 0xFFF0; at++) {
      String once = PrintedText.normalise(around.formatted(Character.toString(at)));
      assertEquals(once, PrintedText.normalise(once), () -> "of " + around);
    }
  }

  @Test
  void what_cannot_be_printed_is_compared_in_the_same_form() {
    assertEquals("王小明 😀", PrintedText.normalise("　王小明  😀"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " 王小明", "上海(集团)公司", "Ａcme", "Cafe\u0301", "a  b"})
  void only_the_normal_form_is_taken_as_it_is(String text) {
    assertThrows(IllegalArgumentException.class, () -> new PrintedText(text));
  }
}
