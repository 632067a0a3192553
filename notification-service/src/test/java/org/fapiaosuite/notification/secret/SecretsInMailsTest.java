package org.fapiaosuite.notification.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.fapiaosuite.notification.NotificationTest;
import org.fapiaosuite.notification.SecretDesk;
import org.fapiaosuite.notification.smtp.ParsedMail;
import org.fapiaosuite.notification.templates.MailKind;
import org.fapiaosuite.testkit.Broker;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.smtp.Fault;
import org.fapiaosuite.testkit.smtp.ReceivedMail;
import org.fapiaosuite.testkit.smtp.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decision 3: secrets are asked for right before the send and kept nowhere. */
@QuarkusTest
class SecretsInMailsTest extends NotificationTest {

  @ParameterizedTest
  @CsvSource({
    "ORDER_CONFIRMATION, CLAIM_CODE, account-service",
    "ACTIVATION, ACTIVATION, account-service",
    "CLAIM_APPROVAL, CLAIM_APPROVAL, account-service",
    "PASSWORD_RESET, TEMPORARY_PASSWORD, account-service",
    "EMAIL_CHANGE_CONFIRMATION, EMAIL_CHANGE, account-service",
    "READY_FOR_PICKUP, PICKUP_CODE, fapiao-service"
  })
  void the_owner_is_asked_by_a_service_token_of_five_minutes(
      MailKind kind, String secretKind, String owner) throws IOException {
    String to = someone();

    queue(kind, to);

    awaitMailTo(to);
    assertEquals(1, secrets.requests().size());
    SecretDesk.Request request = secrets.requests().get(0);
    assertEquals("/internal/secrets", request.path());
    assertEquals(secretKind, request.kind());
    assertEquals("subject-" + to, request.subjectId());
    String[] token = request.bearer().substring("Bearer ".length()).split("\\.");
    JsonNode header = json(token[0]);
    JsonNode claims = json(token[1]);
    assertEquals("ES256", header.path("alg").asText());
    assertEquals("notification-service", header.path("kid").asText());
    assertEquals("notification-service", claims.path("iss").asText());
    assertEquals(owner, claims.path("aud").asText());
    assertEquals("SERVICE", claims.path("groups").path(0).asText());
    assertEquals(300, claims.path("exp").asLong() - claims.path("iat").asLong());
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 500, 503, 401})
  void while_the_owner_cannot_give_it_the_mail_waits(int status) {
    String to = someone();
    secrets.answer("subject-" + to, status);
    queue(MailKind.ACTIVATION, to);
    Awaitility.await().until(() -> secrets.requests().size() >= 3);
    assertTrue(smtp.received().isEmpty());
    assertEquals("NO_SECRET", Database.query("SELECT reason FROM delivery"));

    secrets.answer("subject-" + to, 200);

    awaitState(to, "SENT");
    assertEquals(1, mailsTo(to).size());
    assertEquals("1", Database.query("SELECT attempts FROM delivery"));
  }

  @Test
  void a_mail_whose_secret_is_no_longer_wanted_is_dropped() {
    String to = someone();
    secrets.answer("subject-" + to, 410);

    queue(MailKind.ACTIVATION, to);

    awaitState(to, "DROPPED");
    assertEquals("NOT_WANTED", Database.query("SELECT reason FROM delivery"));
    assertTrue(smtp.received().isEmpty());
  }

  @Test
  void a_reset_for_an_account_whose_address_never_comes_ends_with_its_secret() {
    // Given
    String superseded = "superseded-" + someone();
    String newest = "newest-" + someone();
    secrets.answer(superseded, 410);

    // When
    for (String subject : List.of(superseded, newest)) {
      Broker.publish(
          "account.events",
          "nobody",
          "account.password-reset-requested.v1",
          "{\"requestId\":\"%s\",\"accountId\":\"nobody\"}".formatted(subject));
    }

    // Then
    Awaitility.await().until(() -> reasonFor(superseded).equals("DROPPED NOT_WANTED"));
    Awaitility.await().until(() -> reasonFor(newest).equals("PENDING NO_RECIPIENT"));
    assertTrue(smtp.received().isEmpty());
  }

  private static String reasonFor(String subject) {
    return Database.query(
        "SELECT coalesce(string_agg(state || ' ' || coalesce(reason, ''), ','), '')"
            + " FROM delivery WHERE subject_id = '"
            + subject
            + "'");
  }

  @Test
  void an_owner_that_is_silent_holds_up_nobody_else() {
    List<String> waiting = someones(20);
    waiting.forEach(to -> secrets.answer("subject-" + to, 503));
    List<String> others = someones(20);

    queue(MailKind.ACTIVATION, waiting);
    queue(MailKind.ISSUED, others);

    Awaitility.await().until(() -> count("SENT") == 20);
    assertEquals(20, smtp.received().size());
  }

  @Test
  void a_mail_does_not_wait_longer_because_others_asked_in_vain() {
    // Given an owner that one mail after the other finds in trouble
    List<String> waiting = someones(40);
    waiting.forEach(to -> secrets.answer("subject-" + to, 503));
    queue(MailKind.ACTIVATION, waiting);
    Awaitility.await().until(() -> secrets.requests().size() >= 6);

    // When it is well again
    waiting.forEach(to -> secrets.answer("subject-" + to, 200));

    // Then only who asked in vain has climbed the ladder of waits
    Awaitility.await().until(() -> count("SENT") == waiting.size());
    int vain = secrets.requests().size() - waiting.size();
    assertEquals(String.valueOf(vain), Database.query("SELECT sum(waits) FROM delivery"));
  }

  @Test
  void the_codes_of_orders_that_come_together_are_asked_for_together() throws IOException {
    // Given
    List<String> payers = someones(60);
    payers.forEach(to -> secrets.secret("subject-" + to, code(to)));

    // When
    queue(MailKind.ORDER_CONFIRMATION, payers);

    // Then
    Awaitility.await().until(() -> count("SENT") == payers.size());
    assertOneMailEach(payers);
    for (String payer : payers) {
      String text = ParsedMail.of(mailsTo(payer).get(0).raw()).text();
      assertTrue(text.contains(code(payer)), text);
    }
    assertTrue(secrets.requests().size() < payers.size(), "asked one by one");
  }

  private static String code(String payer) {
    return "CODE" + payer.substring(0, payer.indexOf('@')).replace("-", "");
  }

  @Test
  void orders_that_their_owner_does_not_know_yet_hold_up_no_other() {
    // Given
    List<String> early = someones(20);
    early.forEach(to -> secrets.answer("subject-" + to, 404));
    List<String> others = someones(20);

    // When
    queue(MailKind.ORDER_CONFIRMATION, early);
    queue(MailKind.ORDER_CONFIRMATION, others);

    // Then
    Awaitility.await().until(() -> count("SENT") == others.size());
    assertOneMailEach(others);
    early.forEach(to -> secrets.answer("subject-" + to, 200));
    Awaitility.await().until(() -> count("SENT") == early.size() + others.size());
  }

  @Test
  void an_owner_that_fails_in_the_middle_of_many_orders_costs_none_its_mail() {
    // Given
    List<String> payers = someones(60);
    payers.forEach(to -> secrets.answer("subject-" + to, 503));
    queue(MailKind.ORDER_CONFIRMATION, payers);
    Awaitility.await().until(() -> secrets.requests().size() >= 3);

    // When
    payers.forEach(to -> secrets.answer("subject-" + to, 200));

    // Then
    Awaitility.await().until(() -> count("SENT") == payers.size());
    assertOneMailEach(payers);
  }

  @Test
  void an_owner_of_the_release_before_is_asked_for_one_code_at_a_time() {
    // Given
    secrets.knowsOneAtATime();
    List<String> payers = someones(20);

    // When
    queue(MailKind.ORDER_CONFIRMATION, payers);

    // Then
    Awaitility.await().until(() -> count("SENT") == payers.size());
    assertOneMailEach(payers);
  }

  @Test
  void a_mail_sent_twice_carries_the_same_secret() {
    String to = someone();
    smtp.follow(Script.first(1, Fault.Point.END_OF_TEXT, Fault.takeAndDrop()));

    queue(MailKind.PASSWORD_RESET, to);

    awaitState(to, "SENT");
    List<ReceivedMail> mails = mailsTo(to);
    assertEquals(2, mails.size());
    assertEquals(2, secrets.requests().size(), "asked anew for each try");
    assertEquals(
        ParsedMail.of(mails.get(0).raw()).text(), ParsedMail.of(mails.get(1).raw()).text());
  }

  @Test
  void no_secret_is_in_the_database_afterwards() {
    String to = someone();
    String canary = "CANARY7SECRET7CANARY7XYZ";
    secrets.secret("subject-" + to, canary);
    smtp.follow(
        Script.always(
            Fault.Point.END_OF_TEXT,
            Fault.reply("554 5.7.1 " + canary + " CANA-RY7S-ECRE-T7CA-NARY-7XYZ spam")));

    queue(MailKind.PASSWORD_RESET, to);

    awaitState(to, "PERMANENT_FAILURE");
    assertEquals("554 5.7.1 [secret] [secret] spam", Database.query("SELECT reply FROM delivery"));
    for (String table : List.of("delivery", "recipient", "suppression", "inbox", "outbox")) {
      String dump =
          Database.query("SELECT string_agg(t::text, ' ') FROM " + table + " t")
              .toUpperCase(Locale.ROOT);
      assertFalse(dump.contains("CANA"), table + " holds a secret: " + dump);
    }
  }

  private static JsonNode json(String part) throws IOException {
    return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(part));
  }
}
