package org.fapiaosuite.notification.recipient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.fapiaosuite.notification.NotificationTest;
import org.fapiaosuite.notification.delivery.NewDelivery;
import org.fapiaosuite.notification.smtp.ParsedMail;
import org.fapiaosuite.notification.templates.FactsJson;
import org.fapiaosuite.notification.templates.MailKind;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.smtp.Fault;
import org.fapiaosuite.testkit.smtp.Script;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecipientsTest extends NotificationTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @Inject Recipients recipients;
  @Inject AgroalDataSource database;

  @Test
  void a_mail_goes_to_the_address_the_account_has_when_it_is_sent() {
    String account = UUID.randomUUID().toString();
    String before = someone();
    String after = someone();
    learn(account, before, "de", NOON);
    queueForAccountInAnHour("event-1", account);
    learn(account, after, null, NOON.plusSeconds(1));

    clock.advance(Duration.ofHours(1));

    ParsedMail mail = ParsedMail.of(awaitMailTo(after).raw());
    assertEquals("Fapiao ausgestellt: E1", mail.subject());
    assertTrue(mailsTo(before).isEmpty());
  }

  @Test
  void older_news_never_overwrites_newer() {
    String account = UUID.randomUUID().toString();
    String newer = someone();

    learn(account, newer, "en", NOON.plusSeconds(1));
    learn(account, someone(), "de", NOON);

    assertEquals(newer, Database.query("SELECT address FROM recipient"));
    assertEquals("en", Database.query("SELECT locale FROM recipient"));
  }

  @Test
  void a_payer_who_has_an_account_is_written_to_in_their_language() {
    String address = someone();
    learn(UUID.randomUUID().toString(), address, "de", NOON);

    QuarkusTransaction.requiringNew()
        .run(
            () ->
                deliveries.add(
                    NewDelivery.toAddress(
                        "event-1",
                        MailKind.ORDER_CONFIRMATION,
                        address,
                        null,
                        "E1",
                        FactsJson.read("{\"orderNumber\":\"E1\"}"))));

    assertEquals("Bestellbestätigung E1", ParsedMail.of(awaitMailTo(address).raw()).subject());
  }

  @Test
  void an_erased_account_leaves_no_address_and_gets_no_mail() {
    String account = UUID.randomUUID().toString();
    String address = someone();
    learn(account, address, "en", NOON);
    queueForAccount(account);
    awaitState("SENT", 1);
    queueForAccountInAnHour("event-2", account);

    QuarkusTransaction.requiringNew().run(() -> recipients.forget(account, NOON));

    clock.advance(Duration.ofHours(1));
    awaitState("DROPPED", 1);
    assertEquals("0", Database.query("SELECT count(*) FROM recipient"));
    assertEquals(
        "0",
        Database.query("SELECT count(*) FROM delivery d WHERE d::text LIKE '%" + address + "%'"));
    assertEquals(1, mailsTo(address).size());
  }

  @Test
  void who_sends_a_mail_while_its_account_is_erased_brings_nothing_back() {
    String account = UUID.randomUUID().toString();
    String address = someone();
    learn(account, address, "en", NOON);
    smtp.follow(Script.always(Fault.Point.END_OF_TEXT, Fault.late(Duration.ofMillis(600))));
    queueForAccount(account);
    Awaitility.await().pollInterval(Duration.ofMillis(20)).until(() -> count("SENDING") == 1);

    QuarkusTransaction.requiringNew().run(() -> recipients.forget(account, NOON));

    awaitMailTo(address);
    Awaitility.await("no outcome is written")
        .during(Duration.ofMillis(300))
        .until(
            () -> Database.query("SELECT concat(state, ' ', reason, sent_to, reply) FROM delivery"),
            "DROPPED ERASED"::equals);
  }

  private void learn(String account, String address, @Nullable String locale, Instant since) {
    QuarkusTransaction.requiringNew().run(() -> recipients.learn(account, address, locale, since));
  }

  private static void awaitState(String state, int mails) {
    Awaitility.await(state).until(() -> count(state) == mails);
  }

  /** Nobody takes it before the test has turned the clock: it is never due before that. */
  private void queueForAccountInAnHour(String event, String account) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              deliveries.add(
                  NewDelivery.toAccount(
                      event,
                      MailKind.ISSUED,
                      account,
                      null,
                      FactsJson.read("{\"orderNumber\":\"E1\"}")));
              putOffByAnHour(account);
            });
  }

  private void putOffByAnHour(String account) {
    try (Connection connection = database.getConnection();
        PreparedStatement later =
            connection.prepareStatement(
                "UPDATE delivery SET next_attempt_at = next_attempt_at + interval '1 hour'"
                    + " WHERE account_id = ? AND state = 'PENDING'")) {
      later.setString(1, account);
      assertEquals(1, later.executeUpdate());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void queueForAccount(String account) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                deliveries.add(
                    NewDelivery.toAccount(
                        "event-1",
                        MailKind.ISSUED,
                        account,
                        null,
                        FactsJson.read("{\"orderNumber\":\"E1\"}"))));
  }
}
