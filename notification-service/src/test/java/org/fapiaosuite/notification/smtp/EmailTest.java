package org.fapiaosuite.notification.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.fapiaosuite.kernel.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {
  private static final List<String> FIELDS =
      List.of(
          "Date",
          "From",
          "To",
          "Message-ID",
          "Subject",
          "Content-Language",
          "Auto-Submitted",
          "MIME-Version",
          "Content-Type");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Order confirmation E0700K3M9Q",
        "订单确认 E0700K3M9Q",
        "E1\r\nBcc: victim@example.com",
        "E1\nX-Evil: 1\n\nbody",
        "E1\u2028Bcc: v@example.com",
        "=?utf-8?B?QmNjOiB2QGV4YW1wbGUuY29t?=",
        "𠮷𠮷𠮷 four bytes each 𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷",
        "\ud800 half a character"
      })
  void whatever_stands_in_the_subject_the_fields_stay_the_same(String subject) {
    ParsedMail mail = ParsedMail.of(email(subject, "text\n", "<p>html</p>\n").toBytes());

    assertEquals(FIELDS, mail.fieldNames());
    assertEquals(
        subject.replaceAll("[\\p{Cntrl}\\u2028]", " ").replace('\ud800', '?'), mail.subject());
  }

  @Test
  void a_subject_of_a_thousand_characters_is_folded() {
    byte[] bytes = email("长".repeat(1000), "t\n", "h\n").toBytes();

    assertEquals("长".repeat(1000), ParsedMail.of(bytes).subject());
    for (String line : new String(bytes, StandardCharsets.US_ASCII).split("\r\n")) {
      assertTrue(line.length() <= 78, line);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".\n",
        "..\n.\nQUIT\n",
        "--=_0123456789abcdef\nContent-Type: text/html\n\n",
        "trailing blank \nand\ttab\t\n",
        "= equals == signs =3D\n",
        "发票已开具。\n请查收。\n",
        "mixed 发票 and Latin text that is long enough to be wrapped somewhere in the middle of it\n",
        "no end of line"
      })
  void whatever_stands_in_the_text_it_arrives_unchanged(String text) {
    byte[] bytes = email("subject", text, "<p>" + text + "</p>\n").toBytes();

    ParsedMail mail = ParsedMail.of(bytes);

    assertEquals(text.stripTrailing(), mail.part(0).stripTrailing());
    assertEquals("<p>" + text + "</p>", mail.part(1).stripTrailing());
    assertEquals(2, mail.parts());
    for (byte b : bytes) {
      assertTrue(b >= 0, "8-bit on the wire");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "=", "xx=", "xxxxxxxxxxxxü", "ü", "发", "𠮷"})
  void very_long_lines_are_wrapped_for_the_wire_only(String piece) {
    String line = piece.repeat(5000) + "\n";
    byte[] bytes = email("subject", line, line).toBytes();

    assertEquals(line.strip(), ParsedMail.of(bytes).part(0).strip());
    for (String wire : new String(bytes, StandardCharsets.US_ASCII).split("\r\n")) {
      assertTrue(wire.length() <= 78, wire);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"one\ntwo\n", "one\r\ntwo\r\n", "one\rtwo\r", "one\r\ntwo\r"})
  void however_a_line_ends_it_ends_with_crlf_on_the_wire(String text) {
    String mail = new String(email("s", text, "h\n").toBytes(), StandardCharsets.US_ASCII);

    assertTrue(mail.contains("\r\n\r\none\r\ntwo\r\n\r\n--"), mail);
  }

  @Test
  void the_same_mail_is_the_same_bytes() {
    assertEquals(
        new String(email("s", "t\n", "h\n").toBytes(), StandardCharsets.US_ASCII),
        new String(email("s", "t\n", "h\n").toBytes(), StandardCharsets.US_ASCII));
    assertFalse(email("s", "t\n", "h\n").toBytes().length == 0);
  }

  private static Email email(String subject, String text, String html) {
    return new Email(
        new EmailAddress("fapiao@service-centre.example"),
        "Fapiao 服务中心",
        new EmailAddress("finance@contoso.example"),
        subject,
        text,
        html,
        "0123456789abcdef@service-centre.example",
        "en",
        Instant.parse("2026-11-20T08:00:00Z"));
  }
}
