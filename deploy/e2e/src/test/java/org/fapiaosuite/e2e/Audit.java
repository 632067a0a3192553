package org.fapiaosuite.e2e;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What must hold when everything has come to rest, whatever was killed on the way. Each finding is
 * a sentence; no finding is a pass.
 */
record Audit(Suite suite) {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final List<String> WITH_OUTBOX = List.of("account", "order-sync", "fapiao");
  private static final List<String> RECEIVERS = List.of("account", "fapiao", "notification");

  private static final String UNSENT =
      """
      SELECT concat_ws(' ', 'event', id, type, 'unsent, tries', attempts, 'next', next_attempt_at)
      FROM outbox WHERE sent_at IS NULL ORDER BY id LIMIT 5
      """;

  private static final String PARKED =
      """
      SELECT concat_ws(' ', 'event', id, type, 'parked, tries', attempts, error)
      FROM dead_letter WHERE state = 'PARKED' ORDER BY id LIMIT 5
      """;

  private static final String UNMAILED =
      """
      SELECT concat_ws(' ', 'mail', id, kind, state, 'tries', attempts)
      FROM delivery WHERE state IN ('PENDING', 'SENDING', 'TEMPORARY_FAILURE', 'UNKNOWN')
      ORDER BY id LIMIT 5
      """;

  /** Waits until no event is unsent, none is parked and no mail is on its way. */
  void awaitRest() {
    await("rest")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .ignoreExceptions()
        .during(Duration.ofSeconds(2))
        .until(this::unfinished, List::isEmpty);
  }

  /** What is still on its way, in words: a time-out tells it. */
  private List<String> unfinished() {
    List<String> rows = new ArrayList<>();
    for (String service : WITH_OUTBOX) {
      rows.addAll(unfinished(service, UNSENT));
    }
    for (String service : RECEIVERS) {
      rows.addAll(unfinished(service, PARKED));
    }
    rows.addAll(unfinished("notification", UNMAILED));
    return rows;
  }

  private List<String> unfinished(String service, String sql) {
    return suite.databases().column(service, sql).stream()
        .map(row -> service + ": " + row)
        .toList();
  }

  /** All findings of all checks. */
  List<String> findings(List<Stubborn> stories) {
    return Stream.of(
            lostOrders(stories),
            bills(stories),
            doubleApplications(),
            deadLetters(),
            mails(stories),
            doubleMails())
        .flatMap(List::stream)
        .toList();
  }

  /** Every order that the platform got a 2xx for stands in the order book once. */
  List<String> lostOrders(List<Stubborn> stories) {
    List<String> findings = new ArrayList<>();
    for (Stubborn story : stories) {
      long orders =
          suite
              .databases()
              .number(
                  "order-sync",
                  "SELECT count(*) FROM orders WHERE order_number = ?",
                  story.orderNumber);
      if (orders != 1) {
        findings.add(story.orderNumber + " stands in the order book " + orders + " times");
      }
    }
    return findings;
  }

  List<String> bills(List<Stubborn> stories) {
    List<String> findings = new ArrayList<>();
    for (Stubborn story : stories) {
      long bills =
          suite
              .databases()
              .number(
                  "fapiao", "SELECT count(*) FROM bill WHERE order_number = ?", story.orderNumber);
      if (bills != 1) {
        findings.add(story.orderNumber + " has " + bills + " bills");
      }
    }
    return findings;
  }

  /** No share is held by two live applications. */
  List<String> doubleApplications() {
    return suite
        .databases()
        .column(
            "fapiao",
            "SELECT share_id || ' has ' || count(*) || ' live applications' FROM share_hold"
                + " WHERE live GROUP BY share_id HAVING count(*) > 1");
  }

  /** Nothing was set aside but what staff have thrown away. */
  List<String> deadLetters() {
    List<String> findings = new ArrayList<>();
    for (String service : RECEIVERS) {
      findings.addAll(
          suite
              .databases()
              .column(
                  service,
                  "SELECT consumer || ' set aside ' || type || ': ' || error FROM dead_letter"
                      + " WHERE state <> 'DISCARDED'"));
    }
    return findings;
  }

  /**
   * Each matter was mailed, and once: a second copy of a mail bears the Message-ID of the first,
   * and there are no more copies than the times it was offered to the server. The activation may
   * have been asked for several times.
   */
  List<String> mails(List<Stubborn> stories) {
    List<String> findings = new ArrayList<>();
    for (Stubborn story : stories) {
      List<Mailbox.Mail> mails = suite.mailbox().to(story.customer.email);
      expectOne(findings, story, mails, "order confirmation", "/register#");
      expectOne(findings, story, mails, "mail of issue", story.fapiaoNumber);
      expectOne(findings, story, mails, "mail of shipping", "SF1234567890123");
      Map<String, List<String>> subjects =
          mails.stream()
              .collect(
                  Collectors.groupingBy(
                      Mailbox.Mail::messageId,
                      Collectors.mapping(Mailbox.Mail::text, Collectors.toList())));
      subjects.forEach(
          (id, texts) -> {
            if (texts.stream().distinct().count() > 1) {
              findings.add(id + " was sent with different texts");
            }
            long offered = offered(id);
            if (texts.size() > offered) {
              findings.add("%s arrived %d times, offered %d".formatted(id, texts.size(), offered));
            }
          });
    }
    return findings;
  }

  private long offered(String messageId) {
    return suite
        .databases()
        .number(
            "notification",
            "SELECT coalesce(sum(attempts), 0) FROM delivery WHERE message_id = ?",
            messageId.replaceAll("[<>]", ""));
  }

  /** No mail stands in the queue twice. */
  List<String> doubleMails() {
    return suite
        .databases()
        .column(
            "notification",
            "SELECT '<' || message_id || '> stands in the queue ' || count(*) || ' times'"
                + " FROM delivery GROUP BY message_id HAVING count(*) > 1");
  }

  private static void expectOne(
      List<String> findings, Stubborn story, List<Mailbox.Mail> mails, String what, String words) {
    long ids =
        mails.stream()
            .filter(mail -> mail.text().contains(words))
            .map(Mailbox.Mail::messageId)
            .distinct()
            .count();
    if (ids != 1) {
      findings.add(story.orderNumber + ": " + what + " with " + ids + " Message-IDs");
    }
  }
}
