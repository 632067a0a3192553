package org.fapiaosuite.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.fapiaosuite.notification.MailSurroundings;
import org.fapiaosuite.notification.SecretDesk;
import org.fapiaosuite.notification.smtp.ParsedMail;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.SuiteInfrastructure;
import org.fapiaosuite.testkit.smtp.Fault;
import org.fapiaosuite.testkit.smtp.FaultSmtpServer;
import org.fapiaosuite.testkit.smtp.ReceivedMail;
import org.fapiaosuite.testkit.smtp.Script;
import org.junit.jupiter.api.Test;

/** C4 of guarantees.md: the packaged service is killed while fifty mails are on their way. */
class KilledWhileSendingIT {
  private static final int MAILS = 1000;
  private static final int IN_FLIGHT = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Test
  void nothing_is_lost_and_only_what_was_on_its_way_may_come_twice()
      throws IOException, InterruptedException, SQLException {
    try (FaultSmtpServer smtp = FaultSmtpServer.start();
        SecretDesk secrets = new SecretDesk()) {
      SuiteInfrastructure infrastructure = new SuiteInfrastructure();
      infrastructure.init(Map.of("database", "notification_killed"));
      Map<String, String> settings = infrastructure.start();
      settings.putAll(MailSurroundings.config(smtp, secrets));
      settings.put("fapiao.notification.delivery.connections", String.valueOf(IN_FLIGHT));
      settings.put("fapiao.notification.delivery.slow-connections", "0");
      smtp.down();
      Process service = start(settings);
      try {
        queueMails();

        // When the server has taken fifty mails and not yet said so, the sender dies
        Set<String> held = ConcurrentHashMap.newKeySet();
        smtp.follow(holdSome(held));
        smtp.up();
        Awaitility.await("fifty in flight").atMost(PATIENCE).until(() -> held.size() == IN_FLIGHT);
        // an answer read but not yet written down is on its way too, and not among the held
        Awaitility.await("what was answered is written down")
            .atMost(PATIENCE)
            .until(() -> sent() >= answered(smtp, held));
        int before = smtp.received().size();
        service.destroyForcibly().waitFor();
        smtp.follow(Script.wellBehaved());
        long killed = System.nanoTime();
        service = start(settings);
        Awaitility.await("all mails").atMost(PATIENCE).until(() -> sent() == MAILS);

        // Then
        Map<String, List<ReceivedMail>> byRecipient =
            smtp.received().stream().collect(Collectors.groupingBy(ReceivedMail::to));
        assertEquals(MAILS, byRecipient.size(), "every mail arrived");
        Set<String> doubled =
            byRecipient.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Set<String> wrongly = new HashSet<>(doubled);
        wrongly.removeAll(held);
        assertEquals(Set.of(), wrongly, "came twice without having been on its way");
        byRecipient.forEach(
            (to, mails) -> {
              assertEquals(1, mails.stream().map(ReceivedMail::messageId).distinct().count(), to);
              String secret = "#token=secret-of-request-" + Integer.parseInt(to.substring(1, 5));
              mails.forEach(
                  mail -> assertTrue(ParsedMail.of(mail.raw()).text().contains(secret), to));
            });
        String figures =
            String.format(
                "C4  kill -9 with %d in flight after %d of %d mails: 0 lost, %d doubled with the same"
                    + " Message-ID and secret, all out %d ms after the kill%n",
                IN_FLIGHT,
                before - IN_FLIGHT,
                MAILS,
                doubled.size(),
                Duration.ofNanos(System.nanoTime() - killed).toMillis());
        Files.writeString(
            Path.of("target/mail-faults.txt"),
            figures,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      } finally {
        service.destroyForcibly().waitFor();
      }
    }
  }

  /** How many mails the server has said to have taken. */
  private static long answered(FaultSmtpServer smtp, Set<String> held) {
    return smtp.received().stream()
        .map(ReceivedMail::to)
        .distinct()
        .filter(recipient -> !held.contains(recipient))
        .count();
  }

  /** Takes every fourth mail and keeps silent about it, until fifty are held. */
  private static Script holdSome(Set<String> held) {
    return (point, recipient, visit) -> {
      if (point != Fault.Point.END_OF_TEXT) {
        return Fault.NONE;
      }
      synchronized (held) {
        boolean hold = Integer.parseInt(recipient.substring(1, 5)) % 4 == 0;
        return hold && held.size() < IN_FLIGHT && held.add(recipient)
            ? Fault.takeAndStall()
            : Fault.NONE;
      }
    };
  }

  private static void queueMails() throws SQLException {
    try (Connection connection = Database.connect();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                INSERT INTO delivery (id, event_id, kind, message_id, address, locale,
                  subject_id, order_numbers, facts, state, next_attempt_at, give_up_at, created_at,
                  changed_at)
                SELECT uuidv7(), 'event-' || n, 'ACTIVATION', 'm' || n || '@service-centre.example',
                  'u' || lpad(n::text, 4, '0') || '@contoso.example', 'en', 'request-' || n, '{E1}',
                  '{"orderNumber":"E1"}', 'PENDING', now(), now() + interval '4 days', now(), now()
                FROM generate_series(1, ?) n
                """)) {
      insert.setInt(1, MAILS);
      insert.executeUpdate();
    }
  }

  private static int sent() {
    return Integer.parseInt(Database.query("SELECT count(*) FROM delivery WHERE state = 'SENT'"));
  }

  private static Process start(Map<String, String> settings)
      throws IOException, InterruptedException {
    int port = freePort();
    Properties properties = new Properties();
    properties.putAll(settings);
    properties.put("quarkus.http.port", String.valueOf(port));
    Path file = Path.of("target/killed.properties");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      properties.store(out, null);
    }
    Process service =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.config.locations=" + file.toAbsolutePath(),
                "-jar",
                "target/quarkus-app/quarkus-run.jar")
            .redirectErrorStream(true)
            .redirectOutput(Path.of("target/killed.log").toFile())
            .start();
    Awaitility.await("start")
        .atMost(PATIENCE)
        .until(
            () -> {
              if (!service.isAlive()) {
                throw new IllegalStateException("ended, see target/killed.log");
              }
              return isMigrated();
            });
    return service;
  }

  private static boolean isMigrated() {
    return "1".equals(Database.query("SELECT count(*) FROM pg_tables WHERE tablename='delivery'"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
