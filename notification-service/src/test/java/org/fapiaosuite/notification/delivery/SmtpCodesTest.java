package org.fapiaosuite.notification.delivery;

import static java.time.Duration.ofMinutes;
import static org.fapiaosuite.notification.MailSurroundings.scaled;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.fapiaosuite.notification.NotificationTest;
import org.fapiaosuite.notification.smtp.ParsedMail;
import org.fapiaosuite.notification.templates.MailKind;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.smtp.Fault;
import org.fapiaosuite.testkit.smtp.Fault.Point;
import org.fapiaosuite.testkit.smtp.ReceivedMail;
import org.fapiaosuite.testkit.smtp.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** T12 of guarantees.md: what the server says decides, and nothing arrives twice without need. */
@QuarkusTest
class SmtpCodesTest extends NotificationTest {
  private static final Duration LONG = Duration.ofSeconds(30).plus(scaled(ofMinutes(60)));

  @ParameterizedTest
  @CsvSource({
    "MAIL, 421 4.3.2 shutting down",
    "RCPT, 421 4.3.2 shutting down",
    "DATA, 421 4.3.2 shutting down",
    "END_OF_TEXT, 421 4.3.2 shutting down",
    "RCPT, 450 4.2.0 mailbox busy",
    "RCPT, 451 4.7.1 greylisted",
    "RCPT, 452 4.2.2 mailbox full",
    "END_OF_TEXT, 452 4.3.1 no space"
  })
  void a_temporary_refusal_is_tried_again_and_then_passes(Point point, String reply) {
    // Given
    String to = someone();
    AtomicInteger refusals = new AtomicInteger();
    smtp.follow(
        (at, recipient, visit) -> {
          if (at != point) {
            return Fault.NONE;
          }
          refusals.incrementAndGet();
          return Fault.reply(reply);
        });
    queue(MailKind.ISSUED, to);
    awaitRefused(to, reply);

    // When
    smtp.follow(Script.wellBehaved());
    awaitState(to, "SENT");

    // Then
    assertEquals(1, mailsTo(to).size());
    assertEquals(
        String.valueOf(refusals.get() + 1), Database.query("SELECT attempts FROM delivery"));
    figures("T12 " + reply + " at " + point + ":");
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 5.1.1 no such user, true",
    "RCPT, 550 no such user, true",
    "RCPT, 553 5.1.3 bad address, true",
    "RCPT, 550 5.7.1 not wanted here, false",
    "RCPT, 552 5.2.2 mailbox full, false",
    "MAIL, 550 5.7.1 sender refused, false",
    "DATA, 554 5.5.1 no, false",
    "END_OF_TEXT, 554 5.7.1 spam, false",
    "END_OF_TEXT, 550 5.1.1 late, false"
  })
  void a_permanent_refusal_ends_it_and_only_a_missing_mailbox_is_suppressed(
      Point point, String reply, boolean suppressed) {
    String to = someone();
    smtp.follow(Script.always(point, Fault.reply(reply)));

    queue(MailKind.ISSUED, to);

    awaitState(to, "PERMANENT_FAILURE");
    assertEquals(reply, Database.query("SELECT reply FROM delivery"));
    assertEquals("REFUSED", Database.query("SELECT reason FROM delivery"));
    assertEquals(suppressed ? "1" : "0", Database.query("SELECT count(*) FROM suppression"));
    figures("T12 " + reply + " at " + point + ":");
  }

  @Test
  void a_suppressed_address_gets_nothing_more() {
    String to = someone();
    smtp.follow(Script.always(Point.RCPT, Fault.reply("550 5.1.1 no such user")));
    queue(MailKind.ISSUED, to);
    awaitState(to, "PERMANENT_FAILURE");
    smtp.follow(Script.wellBehaved());

    queue(MailKind.MAILED_OUT, List.of(to.toUpperCase(java.util.Locale.ROOT)));

    Awaitility.await()
        .until(
            () ->
                "SUPPRESSED"
                    .equals(
                        Database.query("SELECT reason FROM delivery WHERE kind = 'MAILED_OUT'")));
    assertTrue(smtp.received().isEmpty());
  }

  @Test
  void a_reply_of_several_lines_counts_as_its_code() {
    String to = someone();
    smtp.follow(
        Script.first(1, Point.RCPT, Fault.reply("451 4.7.1 first line\n4.7.1 second line")));

    queue(MailKind.ISSUED, to);

    awaitState(to, "SENT");
    assertEquals("2", Database.query("SELECT attempts FROM delivery"));
    figures("T12 451 of two lines:");
  }

  @Test
  void a_greylisted_mail_passes_on_the_first_permitted_retry() {
    // Given a server that takes a mail once five minutes have gone since it first saw it
    String to = someone();
    Duration wait = scaled(ofMinutes(5));
    Map<String, Long> firstSeen = new ConcurrentHashMap<>();
    AtomicInteger tooEarly = new AtomicInteger();
    AtomicInteger permitted = new AtomicInteger();
    smtp.follow(
        (point, recipient, visit) -> {
          if (point != Point.RCPT) {
            return Fault.NONE;
          }
          long since = firstSeen.computeIfAbsent(recipient, r -> System.nanoTime());
          if (System.nanoTime() - since < wait.toNanos()) {
            tooEarly.incrementAndGet();
            return Fault.reply("451 4.7.1 greylisted, try again in 300 seconds");
          }
          permitted.incrementAndGet();
          return Fault.NONE;
        });

    // When
    queue(MailKind.ISSUED, to);
    awaitSent(1);

    // Then
    assertTrue(tooEarly.get() <= 2, "at once, after 1 minute, not before 5 more");
    assertEquals(1, permitted.get());
    assertEquals(1, mailsTo(to).size());
    figures("T12 greylisted for " + wait + ":");
  }

  @Test
  void one_in_ten_temporary_refusals_loses_and_doubles_nothing() {
    List<String> recipients = someones(200);
    Random dice = new Random(20261120);
    smtp.follow(
        (point, recipient, visit) -> {
          synchronized (dice) {
            return dice.nextInt(40) == 0
                    && point != Point.CONNECT
                    && point != Point.EHLO
                    && point != Point.MID_TEXT
                ? Fault.reply((dice.nextBoolean() ? "450" : "452") + " 4.3.0 not now")
                : Fault.NONE;
          }
        });

    queue(MailKind.ISSUED, recipients);

    awaitSent(200);
    assertOneMailEach(recipients);
    figures("T12 one in ten gets a 450 or 452:");
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void only_a_lost_last_reply_can_double_a_mail_with_the_same_id_and_secret(boolean drop) {
    String to = someone();
    smtp.follow(
        Script.first(1, Point.END_OF_TEXT, drop ? Fault.takeAndDrop() : Fault.takeAndStall()));

    long before = tries("AMBIGUOUS");
    queue(MailKind.ACTIVATION, to);

    awaitState(to, "SENT");
    assertEquals(before + 1, tries("AMBIGUOUS"));
    List<ReceivedMail> mails = mailsTo(to);
    assertEquals(2, mails.size());
    assertEquals(mails.get(0).messageId(), mails.get(1).messageId());
    String link =
        "https://fapiao.example/activate#token=secret-of-subject-" + to.replace("@", "%40");
    for (ReceivedMail mail : mails) {
      assertTrue(ParsedMail.of(mail.raw()).text().contains(link), mail.raw());
    }
    figures("T12 taken, then " + (drop ? "hung up" : "silent") + " instead of 250:");
  }

  @Test
  void a_connection_lost_before_the_end_doubles_nothing() {
    List<String> recipients = someones(30);
    smtp.follow(
        (point, recipient, visit) ->
            visit == 0 && (point == Point.RCPT || point == Point.DATA || point == Point.MID_TEXT)
                ? Fault.drop()
                : Fault.NONE);

    queue(MailKind.ISSUED, recipients);

    awaitSent(30);
    assertOneMailEach(recipients);
    figures("T12 hung up at RCPT, DATA and in the text, once each:");
  }

  @Test
  void a_server_that_hangs_up_after_its_250_costs_nothing() {
    List<String> recipients = someones(30);
    smtp.follow(Script.always(Point.END_OF_TEXT, Fault.tellAndDrop()));

    queue(MailKind.ISSUED, recipients);

    awaitSent(30);
    assertOneMailEach(recipients);
    assertEquals("1", Database.query("SELECT max(attempts) FROM delivery"));
    figures("T12 hung up after each 250:");
  }

  @Test
  void two_mails_never_share_a_message_id() {
    List<String> recipients = someones(50);

    queue(MailKind.ISSUED, recipients);
    queue(MailKind.MAILED_OUT, recipients);

    awaitSent(100);
    Set<String> ids = new HashSet<>();
    smtp.received().forEach(mail -> ids.add(mail.messageId()));
    assertEquals(100, ids.size());
    assertNotEquals(0, ids.size());
  }

  private static void awaitRefused(String to, String reply) {
    String sql =
        "SELECT concat_ws(' ', state, reason, reply) FROM delivery WHERE address = '" + to + "'";
    Awaitility.await("refusal of the mail to " + to)
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> Database.query(sql), ("TEMPORARY_FAILURE REFUSED " + reply)::equals);
  }

  private void awaitSent(int mails) {
    Awaitility.await(mails + " mails sent").atMost(LONG).until(() -> count("SENT") == mails);
  }
}
