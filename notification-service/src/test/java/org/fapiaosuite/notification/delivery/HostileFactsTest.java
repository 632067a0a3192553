package org.fapiaosuite.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.fapiaosuite.notification.NotificationTest;
import org.fapiaosuite.notification.smtp.ParsedMail;
import org.fapiaosuite.testkit.Broker;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.smtp.ReceivedMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guarantees 7.7: whatever an event brings, the mail has our fields and two parts, no more. */
@QuarkusTest
class HostileFactsTest extends NotificationTest {
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
        "E1\r\nBcc: victim@example.com",
        "E1\r\n\r\n<html>body</html>",
        "E1\r\n.\r\nMAIL FROM:<evil@example.com>",
        ".",
        "..",
        "=?utf-8?B?QmNjOiB2QGV4YW1wbGUuY29t?=",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "{inject:config} {#each}",
        "𠮷𠮷𠮷",
        "\u202Egnp.exe",
        "Z\u0300\u0301\u0302\u0303\u0304\u0305",
        "--=_boundary\r\nContent-Type: text/html"
      })
  void a_hostile_value_stays_a_value(String hostile) {
    String payer = someone();
    publish(payer, hostile);

    ReceivedMail received = awaitMailTo(payer);
    ParsedMail mail = ParsedMail.of(received.raw());

    assertEquals(FIELDS, mail.fieldNames());
    assertEquals("<" + payer + ">", mail.field("To"));
    assertEquals(2, mail.parts());
    assertFalse(mail.html().contains("<script"), mail.html());
    assertFalse(mail.html().contains("<img"), mail.html());
    assertFalse(mail.text().contains("\u202e"));
    assertEquals(1, mailsTo(payer).size());
    assertEquals(1, smtp.received().size(), "nobody else got anything");
  }

  @Test
  void a_value_of_a_thousand_characters_breaks_no_line_limit() {
    String payer = someone();
    String order = "E" + "长".repeat(999);
    secrets.secret(order, "claim-code");
    publish(payer, order);

    String raw = awaitMailTo(payer).raw();

    for (String line : raw.split("\r\n")) {
      assertTrue(line.length() <= 78, line);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "victim@example.com\r\nRCPT TO:<v@example.com>",
        "a@x.example,b@x.example",
        "a@x>\r\nDATA",
        "no address",
        "",
        "用户@例子.中国"
      })
  void what_is_no_address_gets_no_mail_and_staff_see_why(String address) {
    publish(address, "E-no-address");

    org.awaitility.Awaitility.await()
        .until(() -> Database.query("SELECT state FROM delivery").equals("PERMANENT_FAILURE"));
    assertEquals("INVALID_ADDRESS", Database.query("SELECT reason FROM delivery"));
    assertTrue(smtp.received().isEmpty());
  }

  private static void publish(String email, String orderNumber) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("orderNumber", orderNumber);
    data.put("product", orderNumber);
    data.putObject("payer").put("name", orderNumber).put("email", email);
    data.putObject("amount").put("currency", "CNY").put("value", "1.00");
    Broker.publish("order.events", "E1", "order.paid.v1", data.toString());
  }
}
