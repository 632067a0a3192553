package org.fapiaosuite.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  private static final String LONG_LOCAL = "l".repeat(64);

  @ParameterizedTest
  @CsvSource({
    "finance@contoso.example, finance@contoso.example, finance@contoso.example",
    "Finance@Contoso.EXAMPLE, Finance@contoso.example, finance@contoso.example",
    "a+tag@sub.x.com, a+tag@sub.x.com, a+tag@sub.x.com",
    "user@例子.中国, user@xn--fsqu00a.xn--fiqs8s, user@xn--fsqu00a.xn--fiqs8s",
    "user@xn--fsqu00a.XN--fiqs8s, user@xn--fsqu00a.xn--fiqs8s, user@xn--fsqu00a.xn--fiqs8s",
    "I@x.com, I@x.com, i@x.com",
    "o'hara%x@x.com, o'hara%x@x.com, o'hara%x@x.com",
    "a@ｘ.com, a@x.com, a@x.com",
    "a@x.3com, a@x.3com, a@x.3com",
    "' a @ x.com　', a@x.com, a@x.com",
  })
  void one_mailbox_has_one_form_and_one_key(String typed, String text, String key) {
    EmailAddress address = EmailAddress.of(typed);

    assertEquals(text, address.text());
    assertEquals(key, address.key());
    assertEquals(Optional.of(address), EmailAddress.parseForDelivery(typed));
    assertEquals(address, EmailAddress.of(text));
  }

  @ParameterizedTest
  @MethodSource("nowhere")
  void what_no_mail_can_go_to_is_no_address_of_a_person(String typed) {
    assertEquals(Optional.empty(), EmailAddress.parse(typed));
    assertThrows(IllegalArgumentException.class, () -> EmailAddress.of(typed));
    assertThrows(IllegalArgumentException.class, () -> new EmailAddress(typed));
  }

  @ParameterizedTest
  @MethodSource("nowhere")
  void what_no_mail_can_go_to_is_no_address_for_delivery(String told) {
    assertEquals(Optional.empty(), EmailAddress.parseForDelivery(told));
  }

  static Stream<String> nowhere() {
    return Stream.of(
        "",
        " ",
        "@",
        "a",
        "plain",
        "@x.com",
        "a@",
        "a b@x.com",
        "\"a b\"@x.com",
        "a..b@x.com",
        ".a@x.com",
        "a.@x.com",
        "a@x..com",
        "a@.x.com",
        "a@x.com.",
        "a@-x.com",
        "a@x-.com",
        "a@x_y.com",
        "a@[127.0.0.1]",
        "\u0430@x.com",
        "p\u0430ypal@x.com",
        "用户@例子.测试",
        "a＠x.com",
        "a@x,b@x.com",
        "a@x.com,b@x.com",
        "a@x.com;b@x.com",
        "a@x.com\r\nBcc: v@y.com",
        "a@x.com\r\nRCPT TO:<v@y.com>",
        "a@x%0d%0aBcc:.com",
        "a@x.com>\r\nDATA",
        "X <a@x.com>",
        "<a@x.com>",
        "a\u0000@x.com",
        "a\u202e@x.com",
        "a\u200b@x.com",
        "a@\u202ex.com",
        "a@x.com\n",
        "a@b@x.com",
        LONG_LOCAL + "l@x.com",
        LONG_LOCAL + "@" + "d".repeat(64) + ".com",
        LONG_LOCAL + "@" + "d.".repeat(94) + "com",
        "a@" + "d".repeat(300) + ".com");
  }

  @ParameterizedTest
  @CsvSource({
    "x@localhost, x@localhost",
    "x@Mail, x@mail",
    "x@127.0.0.1, x@127.0.0.1",
    "a@x.y, a@x.y",
    "a@x\u200b.com, a@x.com",
    "a@x.com\u00ad, a@x.com",
    "a@x。com, a@x.com",
  })
  void a_person_types_no_host_of_the_own_network_and_nothing_invisible(String told, String text) {
    assertEquals(Optional.of(new EmailAddress(text)), EmailAddress.parseForDelivery(told));
    assertEquals(Optional.empty(), EmailAddress.parse(told));
  }

  @Test
  void lengths_end_where_the_standard_says() {
    String longest = LONG_LOCAL + "@" + "d.".repeat(93) + "com";

    assertEquals(254, longest.length());
    assertEquals(longest, EmailAddress.of(longest).text());
    assertEquals(Optional.empty(), EmailAddress.parseForDelivery("l" + longest));
    assertEquals(Optional.empty(), EmailAddress.parseForDelivery(longest + "m"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@X.com", "a@例子.中国", "a@x.com\u00ad"})
  void only_the_normal_form_is_taken_as_it_is(String text) {
    assertThrows(IllegalArgumentException.class, () -> new EmailAddress(text));
  }

  @Test
  void the_local_part_stays_as_typed_and_is_compared_without_case() {
    EmailAddress capital = EmailAddress.of("Finance@contoso.example");
    EmailAddress small = EmailAddress.of("finance@contoso.EXAMPLE");

    assertNotEquals(capital, small);
    assertEquals(capital.key(), small.key());
  }

  @Test
  void it_does_not_show_itself_in_logs() {
    assertEquals("f***@contoso.example", EmailAddress.of("finance@contoso.example").toString());
  }
}
