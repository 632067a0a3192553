package org.fapiaosuite.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.fapiaosuite.notification.templates.FactsJson;
import org.fapiaosuite.notification.templates.MailKind;
import org.fapiaosuite.testkit.smtp.ReceivedMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which mail goes next. */
@QuarkusTest
class UrgentFirstTest extends LaterSendersTest {
  private static final int SENDERS = 6;

  @Test
  void what_somebody_waits_for_goes_before_five_hundred_that_have_been_due_for_longer()
      throws SQLException {
    // Given
    add(ORDINARY, 500, 0);
    add(URGENT, 1, 1000);

    // When
    List<MailKind> taken = take(sender(), 3);

    // Then
    assertEquals(List.of(URGENT, ORDINARY, ORDINARY), taken);
  }

  @Test
  void the_service_sends_it_before_most_of_five_hundred_that_were_queued_with_it() {
    // Given
    MailKind urgent = MailKind.ALREADY_REGISTERED;
    String waiting = someone();
    List<String> others = someones(500);
    sendOneOf(urgent);
    sendOneOf(MailKind.ISSUED);
    smtp.clear();

    // When
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              others.forEach(to -> deliveries.add(mail(MailKind.ISSUED, to)));
              deliveries.add(mail(urgent, waiting));
            });
    awaitMailTo(waiting);

    // Then
    List<String> sent = smtp.received().stream().map(ReceivedMail::to).toList();
    int before = sent.indexOf(waiting);
    assertTrue(before < 100, () -> before + " mails went before it");
  }

  @ParameterizedTest
  @EnumSource
  void urgent_are_the_mails_that_follow_from_what_somebody_typed(MailKind kind)
      throws SQLException {
    // Given
    add(ORDINARY, 1, 0);
    add(kind, 1, 1);

    // When
    MailKind first = take(sender(), 1).get(0);

    // Then
    boolean urgent =
        switch (kind) {
          case ACTIVATION,
              ALREADY_REGISTERED,
              ORDER_NOT_YET_KNOWN,
              CLAIM_APPROVAL,
              PASSWORD_RESET,
              EMAIL_CHANGE_CONFIRMATION ->
              true;
          default -> false;
        };
    assertEquals(urgent ? kind : ORDINARY, first);
  }

  @Test
  void an_endless_flow_of_urgent_ones_lets_every_fourth_mail_be_an_ordinary_one()
      throws SQLException {
    // Given
    add(ORDINARY, 3, 0);
    SendQueue sender = sender();

    // When
    List<MailKind> taken = new ArrayList<>();
    Delivery last = null;
    for (int i = 1; i <= 12; i++) {
      add(URGENT, 2, i);
      last = last == null ? sender.claim() : sender.settleAndClaim(accepted(last)).next();
      taken.add(last == null ? null : last.kind());
    }

    // Then
    assertEquals(
        IntStream.rangeClosed(1, 12).mapToObj(i -> i % 4 == 0 ? ORDINARY : URGENT).toList(), taken);
  }

  @Test
  void of_several_urgent_ones_the_one_that_has_been_due_for_longest_goes_first()
      throws SQLException {
    // Given
    add(MailKind.ACTIVATION, 1, 3);
    add(MailKind.EMAIL_CHANGE_CONFIRMATION, 1, 2);
    add(MailKind.CLAIM_APPROVAL, 1, 1);

    // When
    List<MailKind> taken = take(sender(), 4);

    // Then
    assertEquals(
        List.of(MailKind.CLAIM_APPROVAL, MailKind.EMAIL_CHANGE_CONFIRMATION, MailKind.ACTIVATION),
        taken);
  }

  @Test
  void each_of_two_copies_gives_way_at_every_fourth_mail() throws SQLException {
    // Given
    add(ORDINARY, 10, 0);
    add(URGENT, 10, 1000);
    SendQueue one = sender();
    SendQueue other = sender();

    // When
    List<MailKind> taken = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      taken.addAll(take(one, 1));
      taken.addAll(take(other, 1));
    }

    // Then
    assertEquals(
        List.of(URGENT, URGENT, URGENT, URGENT, URGENT, URGENT, ORDINARY, ORDINARY), taken);
  }

  @Test
  void many_senders_of_two_copies_take_each_mail_once() throws Exception {
    // Given
    add(ORDINARY, 300, 0);
    add(URGENT, 100, 1000);
    List<SendQueue> copies = List.of(sender(), sender());
    ExecutorService threads = Executors.newFixedThreadPool(SENDERS);

    // When
    List<Future<List<Delivery>>> sending =
        IntStream.range(0, SENDERS)
            .mapToObj(i -> threads.submit(() -> sendAll(copies.get(i % 2))))
            .toList();
    List<Delivery> sent = new ArrayList<>();
    for (Future<List<Delivery>> one : sending) {
      sent.addAll(one.get(1, TimeUnit.MINUTES));
    }
    threads.shutdown();

    // Then
    assertEquals(400, sent.size());
    assertEquals(400, sent.stream().map(Delivery::id).distinct().count());
    assertEquals(400, count("SENT"));
  }

  /** So that nothing is done for the first time. */
  private void sendOneOf(MailKind kind) {
    String to = someone();
    queue(kind, to);
    awaitMailTo(to);
  }

  private static NewDelivery mail(MailKind kind, String to) {
    return NewDelivery.toAddress(
        "event-" + to, kind, to, "en", null, FactsJson.read("{\"orderNumbers\":[\"E1\"]}"));
  }

  /** As a sender does it: one after the other, until nothing is due. */
  private List<Delivery> sendAll(SendQueue queue) throws SQLException {
    List<Delivery> sent = new ArrayList<>();
    Delivery current = queue.claim();
    while (current != null) {
      sent.add(current);
      current = queue.settleAndClaim(accepted(current)).next();
    }
    return sent;
  }

  private Delivery.Settlement accepted(Delivery delivery) {
    return delivery.settle(new Ending(Ending.Type.ACCEPTED, null, "250 OK", null), retries, LATER);
  }
}
