package org.fapiaosuite.notification.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.fapiaosuite.notification.NotificationTest;
import org.fapiaosuite.notification.smtp.ParsedMail;
import org.fapiaosuite.testkit.Broker;
import org.fapiaosuite.testkit.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class EventsToMailsTest extends NotificationTest {

  @Test
  void a_paid_order_is_confirmed_to_its_payer_once() {
    String payer = someone();
    String later = someone();
    String id = Broker.publish("order.events", "E0700K3M9Q", "order.paid.v1", paid(payer));
    Broker.publish("order.events", "E0700K3M9Q", id, "order.paid.v1", paid(payer));
    Broker.publish("order.events", "E0700K3M9Q", "order.paid.v1", paid(later));

    ParsedMail mail = ParsedMail.of(awaitMailTo(payer).raw());

    assertEquals("订单确认：E0700K3M9Q / Order confirmation E0700K3M9Q", mail.subject());
    assertTrue(
        mail.text()
            .contains(
                "https://fapiao.example/register#order=E0700K3M9Q&claim=secret-of-E0700K3M9Q"),
        mail.text());
    assertTrue(mail.text().indexOf("感谢您的订购") < mail.text().indexOf("Thank you"), mail.text());
    awaitState(later, "SENT");
    awaitState(payer, "SENT");
    assertEquals(1, mailsTo(payer).size());
  }

  @Test
  void a_payer_with_an_account_is_told_that_the_order_is_there_and_not_to_register() {
    String payer = someone();
    String account = "acc-" + payer;
    Broker.publish(
        "account.events",
        account,
        "account.activated.v1",
        """
        {"accountId":"%s","email":"%s","locale":"de","orderNumber":"E1"}"""
            .formatted(account, payer));
    Awaitility.await()
        .until(
            () ->
                Database.query(
                        "SELECT count(*) FROM recipient WHERE registered AND account_id = '"
                            + account
                            + "'")
                    .equals("1"));
    Broker.publish(
        "order.events", "E0700K3M9Q", "order.paid.v1", paid(payer.toUpperCase(Locale.ROOT)));

    ParsedMail mail = ParsedMail.of(awaitMailTo(payer).raw());

    assertEquals("Bestellbestätigung E0700K3M9Q", mail.subject());
    assertTrue(mail.text().contains("schon in Ihrem Konto"), mail.text());
    assertFalse(mail.text().contains("/register"), mail.text());
  }

  @Test
  void a_colleague_hears_of_the_payers_approval() {
    String colleague = someone();
    String account = "acc-" + colleague;
    Broker.publish(
        "account.events",
        account,
        "account.activated.v1",
        """
        {"accountId":"%s","email":"%s","locale":"en","orderNumber":"E1"}"""
            .formatted(account, colleague));
    Broker.publish(
        "account.events",
        account,
        "account.claim-granted.v1",
        """
        {"accountId":"%s","orderNumber":"E7","by":"PAYER"}"""
            .formatted(account));

    ParsedMail mail = ParsedMail.of(awaitMailTo(colleague).raw());

    assertEquals("Order E7 is in your account now", mail.subject());
    assertTrue(mail.text().contains("The payer has agreed"), mail.text());
  }

  @Test
  void a_registration_gets_its_activation_link() {
    String email = someone();
    Broker.publish(
        "account.events",
        "reg-1",
        "account.registration-requested.v1",
        """
        {"requestId":"req-1","registrationId":"reg-1","outcome":"NEW","email":"%s",
         "locale":"de","orderNumber":"E1"}"""
            .formatted(email));

    ParsedMail mail = ParsedMail.of(awaitMailTo(email).raw());

    assertEquals("Konto für das Fapiao-System aktivieren", mail.subject());
    assertTrue(
        mail.text().contains("https://fapiao.example/activate#token=secret-of-req-1"), mail.text());
    assertEquals("ACTIVATION", secrets.requests().get(0).kind());
  }

  @Test
  void news_of_an_application_goes_to_the_address_of_the_account() {
    String email = someone();
    Broker.publish(
        "fapiao.events",
        "app-1",
        "fapiao.mailed-out.v1",
        """
        {"applicationId":"app-1","accountId":"acc-1","orderNumbers":["E1"],"carrier":"SF",
         "waybill":"SF1234567890123","mailedOutAt":"2026-11-20T02:00:00Z"}""");
    Broker.publish(
        "account.events",
        "acc-1",
        "account.activated.v1",
        """
        {"accountId":"acc-1","email":"%s","locale":"en","orderNumber":"E1"}"""
            .formatted(email));

    ParsedMail mail = ParsedMail.of(awaitMailTo(email).raw());

    assertEquals("Fapiao mailed out: E1", mail.subject());
    assertTrue(mail.text().contains("Waybill: SF1234567890123"), mail.text());
    assertTrue(mail.text().contains("Carrier: SF Express (顺丰)"), mail.text());
  }

  @Test
  void a_mail_is_written_in_the_language_that_its_reader_chose_last() {
    String email = someone();
    String account = "acc-" + email;
    Broker.publish(
        "account.events",
        account,
        "account.activated.v1",
        """
        {"accountId":"%s","email":"%s","locale":"en","orderNumber":"E1"}"""
            .formatted(account, email));
    Broker.publish(
        "account.events",
        account,
        "account.locale-changed.v1",
        """
        {"accountId":"%s","email":"%s","locale":"de"}"""
            .formatted(account, email));
    Awaitility.await()
        .until(
            () ->
                Database.query("SELECT locale FROM recipient WHERE account_id = '" + account + "'")
                    .equals("de"));
    Broker.publish(
        "fapiao.events",
        "app-3",
        "fapiao.mailed-out.v1",
        """
        {"applicationId":"app-3","accountId":"%s","orderNumbers":["E3"],"carrier":"SF",
         "waybill":"SF1234567890123","mailedOutAt":"2026-11-20T02:00:00Z"}"""
            .formatted(account));

    ParsedMail mail = ParsedMail.of(awaitMailTo(email).raw());

    assertEquals("Fapiao verschickt: E3", mail.subject());
  }

  /** In the shape of the other news of an application; architecture.md names the type. */
  @ParameterizedTest
  @CsvSource({
    "2026-12-01T02:00:00Z, '1 December 2026, 10:00 (Beijing time)'",
    "2026-12-01, 1 December 2026"
  })
  void an_application_that_waits_for_stock_is_told_until_when(String expected, String told) {
    String email = someone();
    String account = "acc-" + email;
    Broker.publish(
        "account.events",
        account,
        "account.activated.v1",
        """
        {"accountId":"%s","email":"%s","locale":"en","orderNumber":"E1"}"""
            .formatted(account, email));
    Broker.publish(
        "fapiao.events",
        "app-2",
        "fapiao.application-waiting.v1",
        """
        {"applicationId":"app-2","accountId":"%s","orderNumbers":["E1","E2"],"type":"ORDINARY",
         "medium":"PAPER","expectedIssueAt":"%s","reason":"OUT_OF_STOCK"}"""
            .formatted(account, expected));

    ParsedMail mail = ParsedMail.of(awaitMailTo(email).raw());

    assertEquals("Your Fapiao application is waiting: E1, E2", mail.subject());
    assertTrue(mail.text().contains("Expected time of issue: " + told + "\n"), mail.text());
    assertFalse(mail.text().contains("OUT_OF_STOCK"), "a code is no reason for a reader");
  }

  private static String paid(String email) {
    return """
        {"orderNumber":"E0700K3M9Q","platform":"simulator","customerId":"simulator:contoso-cn",
         "payer":{"name":"上海示例科技有限公司","email":"%s"},"product":"Office 365 E3, 12 months",
         "quantity":10,"amount":{"currency":"CNY","value":"1270.00"},
         "paidAt":"2026-11-17T01:29:58Z","invoiceableFrom":"2026-11-20T01:29:58Z"}"""
        .formatted(email);
  }
}
