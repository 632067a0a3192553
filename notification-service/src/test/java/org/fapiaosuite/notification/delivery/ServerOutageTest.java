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
import java.util.concurrent.atomic.AtomicInteger;
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
  /** With the pauses of production, one knock each half a minute. */
  private static final int KNOCKS_IN_HALF_AN_HOUR = 60;

  @Test
  void a_thousand_mails_queued_during_half_an_hour_of_outage_go_out_at_once_after_it()
      throws IOException {
    // Given
    List<String> recipients = someones(1000);
    smtp.down();
    queue(MailKind.ISSUED, recipients);
    awaitVainTries(KNOCKS_IN_HALF_AN_HOUR);
    long waiting = count("PENDING") + count("SENDING");

    // When
    long start = System.nanoTime();
    smtp.up();
    Awaitility.await("all mails")
        .atMost(ofMinutes(5))
        .pollInterval(ofMillis(50))
        .until(() -> count("SENT") == 1000);

    // Then
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    assertEquals(1000, waiting);
    assertOneMailEach(recipients);
    assertEquals("1", Database.query("SELECT max(attempts) FROM delivery"), "outage costs no try");
    figures("T11 outage of half an hour, all out " + millis + " ms after it:");
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECT", "EHLO"})
  void a_server_that_takes_connections_and_stays_silent_is_an_outage_too(Point point)
      throws IOException {
    // Given
    List<String> recipients = someones(20);
    smtp.down();
    smtp.up();
    smtp.follow(Script.always(point, Fault.stall()));

    // When
    queue(MailKind.ISSUED, recipients);
    awaitVainTries(5);

    // Then
    assertEquals(0, count("SENT") + count("TEMPORARY_FAILURE"));
    Awaitility.await("connections that do not pile up")
        .atMost(patience())
        .until(() -> smtp.openConnections() <= 4);
    smtp.follow(Script.wellBehaved());
    Awaitility.await().atMost(patience()).until(() -> count("SENT") == 20);
    assertOneMailEach(recipients);
    figures("T11 silent at " + point + " for five tries:");
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
    // Given three times as many stuck mails as connections, and ahead of the others
    List<String> stuck = someones(12);
    Set<String> stuckOnes = new HashSet<>(stuck);
    List<String> others = someones(200);
    AtomicInteger passed = new AtomicInteger(-1);
    smtp.follow(
        (point, recipient, visit) -> {
          if (point != Point.END_OF_TEXT || !stuckOnes.contains(recipient)) {
            return Fault.NONE;
          }
          if (visit == 0) {
            return Fault.late(finalTimeout().multipliedBy(12).dividedBy(11));
          }
          passed.compareAndSet(-1, smtp.received().size());
          return Fault.NONE;
        });
    queue(MailKind.ISSUED, stuck);

    // When
    queue(MailKind.ISSUED, others);
    Awaitility.await("all mails").atMost(patience()).until(() -> count("SENT") == 212);

    // Then others had passed before the first of the stuck was given up and tried again
    assertTrue(passed.get() > stuck.size(), "only " + passed + " passed");
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

  /** Waits until the server was looked for in vain that many times. */
  private void awaitVainTries(int count) {
    long before = tries("NOT_OFFERED");
    Awaitility.await(count + " vain tries")
        .atMost(patience())
        .until(() -> tries("NOT_OFFERED") - before >= count);
  }
}
