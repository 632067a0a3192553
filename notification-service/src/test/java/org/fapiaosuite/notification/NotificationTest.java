package org.fapiaosuite.notification;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.fapiaosuite.notification.delivery.Deliveries;
import org.fapiaosuite.notification.delivery.NewDelivery;
import org.fapiaosuite.notification.faultsmtp.FaultSmtpServer;
import org.fapiaosuite.notification.faultsmtp.ReceivedMail;
import org.fapiaosuite.notification.faultsmtp.Script;
import org.fapiaosuite.notification.templates.FactsJson;
import org.fapiaosuite.notification.templates.MailKind;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.SuiteInfrastructure;
import org.fapiaosuite.testkit.TestClock;
import org.junit.jupiter.api.BeforeEach;

/** A running notification-service with an empty queue and a mail server that behaves well. */
@QuarkusTest
@QuarkusTestResource(
    value = SuiteInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "notification"))
@QuarkusTestResource(MailSurroundings.class)
public abstract class NotificationTest {
  protected FaultSmtpServer smtp;
  protected SecretDesk secrets;
  @Inject protected TestClock clock;
  @Inject protected Deliveries deliveries;

  @BeforeEach
  void emptyQueueAndHonestServer() {
    reset();
  }

  private void reset() {
    smtp.follow(Script.wellBehaved());
    Database.clean();
    smtp.clear();
    secrets.reset();
    clock.reset();
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
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> mailsTo(address), mails -> !mails.isEmpty())
        .get(0);
  }

  /** Waits until the only delivery to an address has this state. */
  protected void awaitState(String address, String state) {
    Awaitility.await(state + " of the mail to " + address)
        .atMost(Duration.ofSeconds(20))
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
