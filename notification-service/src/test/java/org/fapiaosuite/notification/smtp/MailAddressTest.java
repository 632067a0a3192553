package org.fapiaosuite.notification.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "finance@contoso.example",
        "first.last+tag@sub.contoso.example",
        "o'neil@contoso.example",
        "x@localhost"
      })
  void plain_addresses_stay_as_they_are(String text) {
    assertEquals(text, MailAddress.parse(text).orElseThrow().value());
  }

  @Test
  void a_domain_in_any_script_gets_its_ascii_form() {
    assertEquals(
        "info@xn--fsqu00a.xn--0zwm56d", MailAddress.parse("info@例子.测试").orElseThrow().value());
  }

  @Test
  void case_does_not_matter_to_limits() {
    assertEquals(
        MailAddress.parse("Finance@Contoso.example").orElseThrow().key(),
        MailAddress.parse("finance@contoso.EXAMPLE").orElseThrow().key());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "a@",
        "@b",
        "plain",
        "a b@x.example",
        "a..b@x.example",
        ".a@x.example",
        "a@x..example",
        "a@-x.example",
        "a@x.example\r\nRCPT TO:<v@y.example>",
        "a@x.example\nBcc: v@y.example",
        "a@x.example>\r\nDATA",
        "<a@x.example>",
        "a@x.example,b@x.example",
        "a@x.example;b@x.example",
        "\"a b\"@x.example",
        "X <a@x.example>",
        "a@[127.0.0.1]",
        "a\u0000@x.example",
        "a\u202e@x.example",
        "用户@例子.测试",
        "a@b@c.example\u200b"
      })
  void nothing_else_is_an_address(String text) {
    assertTrue(MailAddress.parse(text).isEmpty());
  }

  @Test
  void lengths_end_where_the_standard_says() {
    String local = "l".repeat(64);
    String domain = ("d".repeat(60) + ".").repeat(3) + "e".repeat(6);

    assertTrue(MailAddress.parse(local + "@" + domain).isPresent());
    assertEquals(254, (local + "@" + domain).length());
    assertTrue(MailAddress.parse("l" + local + "@x.example").isEmpty());
    assertTrue(MailAddress.parse(local + "@e" + domain).isEmpty());
  }

  @Test
  void it_does_not_show_itself_in_logs() {
    assertEquals("f***@contoso.example", new MailAddress("finance@contoso.example").toString());
  }
}
