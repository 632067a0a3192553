package org.fapiaosuite.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.fapiaosuite.notification.delivery.Deliveries;
import org.fapiaosuite.notification.delivery.NewDelivery;
import org.fapiaosuite.notification.templates.FactsJson;
import org.fapiaosuite.notification.templates.MailKind;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.SuiteInfrastructure;
import org.fapiaosuite.testkit.TestClock;
import org.fapiaosuite.testkit.smtp.FaultSmtpServer;
import org.fapiaosuite.testkit.smtp.ReceivedMail;
import org.fapiaosuite.testkit.smtp.Script;
import org.junit.jupiter.api.BeforeEach;

/** A running notification-service with an empty queue and a mail server that behaves well. */
@QuarkusTest
@QuarkusTestResource(
    value = SuiteInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "notification"))
@QuarkusTestResource(MailSurroundings.class)
public abstract class NotificationTest {
  static {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(40));
  }

  protected FaultSmtpServer smtp;
  protected SecretDesk secrets;
  @Inject protected TestClock clock;
  @Inject protected Deliveries deliveries;
  @Inject MeterRegistry metrics;

  @BeforeEach
  void emptyQueueAndHonestServer() throws IOException {
    reset();
  }

  private void reset() throws IOException {
    clock.reset();
    smtp.up();
    smtp.follow(Script.wellBehaved());
    Awaitility.await("the senders of the test before")
        .pollDelay(Duration.ZERO)
        .until(NotificationTest::nothingIsSent);
    Database.clean();
    smtp.clear();
    secrets.reset();
  }

  /** Takes what is left out of the queue; true when no sender holds a mail of it any more. */
  private static boolean nothingIsSent() {
    Database.query(
        "UPDATE delivery SET state = 'DROPPED', next_attempt_at = NULL"
            + " WHERE id IN (SELECT id FROM delivery WHERE next_attempt_at IS NOT NULL"
            + " FOR UPDATE SKIP LOCKED) RETURNING id"); // waits for no sender: no deadlock
    return Database.query(
            "SELECT count(*) FROM delivery WHERE next_attempt_at IS NOT NULL OR lease IS NOT NULL")
        .equals("0");
  }

  /** An address nobody else uses. */
  protected static String someone() {
    return "u" + UUID.randomUUID().toString().substring(0, 12) + "@contoso.example";
  }

  /** Queues a mail as an event would. */
  protected void queue(MailKind kind, String to) {
    queue(kind, List.of(to));
  }

  /** Queues mails in one transaction. */
  protected void queue(MailKind kind, List<String> recipients) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                recipients.forEach(
                    to ->
                        deliveries.add(
                            NewDelivery.toAddress(
                                "event-" + to,
                                kind,
                                to,
                                "en",
                                kind.secret().isPresent() ? "subject-" + to : null,
                                FactsJson.read("{\"orderNumbers\":[\"E1\"]}")))));
  }

  /** As many addresses nobody else uses. */
  protected static List<String> someones(int count) {
    return Stream.generate(NotificationTest::someone).limit(count).toList();
  }

  /** Each of them got one mail, and nobody else any. */
  protected void assertOneMailEach(Collection<String> recipients) {
    Map<String, List<ReceivedMail>> mails =
        smtp.received().stream().collect(Collectors.groupingBy(ReceivedMail::to));
    assertEquals(Set.copyOf(recipients), mails.keySet());
    assertEquals(
        List.of(),
        mails.entrySet().stream()
            .filter(mail -> mail.getValue().size() > 1)
            .map(mail -> mail.getKey() + mail.getValue().stream().map(ReceivedMail::told).toList())
            .toList(),
        "came more than once; true: the server had said so");
  }

  /** Leaves a line of figures for deploy/bench/mail-faults. */
  protected void figures(String fault) {
    List<ReceivedMail> mails = smtp.received();
    long arrived = mails.stream().map(ReceivedMail::to).distinct().count();
    String line =
        "%-66s %s sent, %d of them lost, %d doubled%n"
            .formatted(
                fault,
                Database.query(
                    "SELECT count(*) || ' mails, ' || sum(attempts) || ' tries, '"
                        + " || count(*) FILTER (WHERE state = 'SENT') FROM delivery"),
                count("SENT") - arrived,
                mails.size() - arrived);
    try {
      Files.writeString(
          Path.of("target/mail-faults.txt"),
          line,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Long enough for the first retries, whatever the scale. */
  private static Duration patience() {
    return Duration.ofSeconds(20).plus(MailSurroundings.scaled(Duration.ofMinutes(20)));
  }

  /** How many tries have ended like this since the service started, of any mail. */
  protected long tries(String ending) {
    return (long)
        metrics.find("fapiao.mail.tries").tag("ending", ending).counters().stream()
            .mapToDouble(Counter::count)
            .sum();
  }

  protected static long count(String state) {
    return Long.parseLong(
        Database.query("SELECT count(*) FROM delivery WHERE state = '" + state + "'"));
  }

  protected List<ReceivedMail> mailsTo(String address) {
    return smtp.received().stream().filter(mail -> mail.to().equals(address)).toList();
  }

  /** The first mail to an address. */
  protected ReceivedMail awaitMailTo(String address) {
    return Awaitility.await("mail to " + address)
        .atMost(patience())
        .pollInterval(Duration.ofMillis(20))
        .until(() -> mailsTo(address), mails -> !mails.isEmpty())
        .get(0);
  }

  /** Waits until the only delivery to an address has this state. */
  protected void awaitState(String address, String state) {
    Awaitility.await(state + " of the mail to " + address)
        .atMost(patience())
        .pollInterval(Duration.ofMillis(20))
        .until(
            () ->
                Database.query(
                    "SELECT string_agg(state, ',') FROM delivery WHERE address = '"
                        + address
                        + "'"),
            state::equals);
  }
}
