package org.fapiaosuite.notification.delivery;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.fapiaosuite.notification.MailSurroundings.finalTimeout;
import static org.fapiaosuite.notification.MailSurroundings.scaled;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.fapiaosuite.notification.NotificationTest;
import org.fapiaosuite.notification.templates.MailKind;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.smtp.Fault;
import org.fapiaosuite.testkit.smtp.Fault.Point;
import org.fapiaosuite.testkit.smtp.ReceivedMail;
import org.fapiaosuite.testkit.smtp.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** T11 of guarantees.md: a server that is down, slow or stuck delays mails, it loses none. */
@QuarkusTest
class ServerOutageTest extends NotificationTest {
  @Test
  void a_thousand_mails_queued_during_half_an_hour_of_outage_go_out_at_once_after_it()
      throws IOException {
    List<String> recipients = someones(1000);
    smtp.down();
    queue(MailKind.ISSUED, recipients);
    rest(scaled(ofMinutes(30)));
    assertEquals(
        "1000",
        Database.query("SELECT count(*) FROM delivery WHERE state IN ('PENDING', 'SENDING')"));

    smtp.up();
    long start = System.nanoTime();

    Awaitility.await("all mails")
        .atMost(ofMinutes(5))
        .pollInterval(ofMillis(50))
        .until(() -> count("SENT") == 1000);
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    assertOneMailEach(recipients);
    assertEquals("1", Database.query("SELECT max(attempts) FROM delivery"), "outage costs no try");
    figures("T11 outage of " + scaled(ofMinutes(30)) + ", all out " + millis + " ms after it:");
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECT", "EHLO"})
  void a_server_that_takes_connections_and_stays_silent_is_an_outage_too(Point point)
      throws IOException {
    List<String> recipients = someones(20);
    smtp.down();
    smtp.up();
    smtp.follow(Script.always(point, Fault.stall()));
    queue(MailKind.ISSUED, recipients);
    rest(scaled(ofMinutes(5)));
    assertEquals(0, count("SENT") + count("TEMPORARY_FAILURE"));
    assertTrue(smtp.openConnections() <= 4, "connections pile up: " + smtp.openConnections());

    smtp.follow(Script.wellBehaved());

    Awaitility.await().atMost(patience()).until(() -> count("SENT") == 20);
    assertOneMailEach(recipients);
    figures("T11 silent at " + point + " for " + scaled(ofMinutes(5)) + ":");
  }

  @Test
  void a_server_that_needs_half_a_minute_for_each_reply_gets_every_mail_once() {
    List<String> recipients = someones(30);
    smtp.follow((point, recipient, visit) -> Fault.late(scaled(ofSeconds(30))));

    queue(MailKind.ISSUED, recipients);

    Awaitility.await().atMost(patience()).until(() -> count("SENT") == 30);
    assertOneMailEach(recipients);
    figures("T11 each reply takes " + scaled(ofSeconds(30)) + ":");
  }

  @Test
  void mails_stuck_after_their_text_let_the_others_pass() {
    List<String> stuck = someones(12);
    Set<String> stuckOnes = new HashSet<>(stuck);
    List<String> others = someones(200);
    smtp.follow(
        (point, recipient, visit) ->
            point == Point.END_OF_TEXT && stuckOnes.contains(recipient) && visit == 0
                ? Fault.late(finalTimeout().multipliedBy(12).dividedBy(11))
                : Fault.NONE);

    queue(MailKind.ISSUED, stuck);
    queue(MailKind.ISSUED, others);

    Awaitility.await("the others")
        .atMost(finalTimeout())
        .until(() -> recipientsOf(smtp.received()).containsAll(others));
    assertEquals(12, count("SENDING"), "the stuck ones are still at it");
    Awaitility.await("the stuck ones").atMost(patience()).until(() -> count("SENT") == 212);
    for (String to : stuck) {
      assertTrue(mailsTo(to).size() <= 2, "more copies than tries");
      assertEquals(1, mailsTo(to).stream().map(ReceivedMail::messageId).distinct().count());
    }
    for (String to : others) {
      assertEquals(1, mailsTo(to).size());
    }
    figures("T11 twelve stuck after the final dot until their timeout:");
  }

  @Test
  void no_thread_and_no_connection_is_left_behind() {
    smtp.follow(
        (point, recipient, visit) ->
            visit == 0 && point == Point.RCPT ? Fault.stall() : Fault.NONE);
    queue(MailKind.ISSUED, someones(60));

    Awaitility.await().atMost(patience()).until(() -> count("SENT") == 60);

    Awaitility.await("connections").until(() -> smtp.openConnections() <= 8);
    Awaitility.await("sender threads end").until(() -> senders() <= 32);
    figures("T11 stalled at RCPT once each:");
  }

  private static long senders() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("mail-sender"))
        .count();
  }

  private static Duration patience() {
    return ofSeconds(40).plus(scaled(ofMinutes(60)));
  }

  /** Lets the time pass in which the fault is supposed to do its harm. */
  private static void rest(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    Awaitility.await("time to pass")
        .atMost(duration.plusSeconds(5))
        .pollInterval(ofMillis(100))
        .until(() -> System.nanoTime() >= end);
  }

  private static Set<String> recipientsOf(List<ReceivedMail> mails) {
    Set<String> recipients = new HashSet<>();
    mails.forEach(mail -> recipients.add(mail.to()));
    return recipients;
  }
}
