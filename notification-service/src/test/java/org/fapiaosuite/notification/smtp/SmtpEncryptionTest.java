package org.fapiaosuite.notification.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.notification.smtp.SendResult.Outcome;
import org.fapiaosuite.testkit.smtp.FaultSmtpServer;
import org.fapiaosuite.testkit.smtp.ReceivedMail;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** STARTTLS (RFC 3207): mails travel encrypted, to the server they are meant for, or not at all. */
class SmtpEncryptionTest {
  private static final EmailAddress FROM = new EmailAddress("fapiao@service-centre.example");
  private static final EmailAddress TO = new EmailAddress("finance@contoso.example");
  private static final byte[] MAIL =
      "Message-ID: <1@x>\r\n\r\nline\r\n".getBytes(StandardCharsets.US_ASCII);

  private static ServerCertificate ours;
  private static ServerCertificate ofSomebodyElse;

  private FaultSmtpServer server;

  @BeforeAll
  static void makeCertificates(@TempDir Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    ours = ServerCertificate.in(folder, "ours", "ip:127.0.0.1");
    ofSomebodyElse = ServerCertificate.in(folder, "other", "dns:mail.example");
  }

  @BeforeEach
  void start() throws IOException {
    server = FaultSmtpServer.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"REQUIRED", "OPTIONAL"})
  void where_the_server_offers_encryption_every_mail_uses_it(String startTls) {
    server.offerEncryption(ours.context());
    SmtpMailer mailer = mailer(startTls, ours);

    for (int i = 0; i < 5; i++) {
      assertEquals(Outcome.ACCEPTED, mailer.send(FROM, TO, MAIL, abort -> {}).outcome());
    }

    assertEquals(5, server.received().size());
    assertTrue(server.received().stream().allMatch(ReceivedMail::encrypted));
    assertEquals(1, server.connections());
  }

  @Test
  void a_server_whose_certificate_nobody_vouches_for_gets_no_mail() {
    server.offerEncryption(ours.context());

    SendResult result = mailer("REQUIRED", null).send(FROM, TO, MAIL, abort -> {});

    assertEquals(Outcome.SERVER_AWAY, result.outcome());
    assertTrue(server.received().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"REQUIRED", "OPTIONAL"})
  void a_server_with_the_certificate_of_another_gets_no_mail(String startTls) {
    server.offerEncryption(ofSomebodyElse.context());

    SendResult result = mailer(startTls, ofSomebodyElse).send(FROM, TO, MAIL, abort -> {});

    assertEquals(Outcome.SERVER_AWAY, result.outcome());
    assertTrue(server.received().isEmpty());
  }

  @Test
  void encryption_is_required_unless_configured_otherwise() {
    SmtpConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(SmtpConfig.class)
            .withSources(
                new PropertiesConfigSource(
                    Map.of(
                        "fapiao.notification.smtp.host",
                        "127.0.0.1",
                        "fapiao.notification.smtp.port",
                        String.valueOf(server.port())),
                    "test",
                    100))
            .build()
            .getConfigMapping(SmtpConfig.class);

    SendResult result = new SmtpMailer(config).send(FROM, TO, MAIL, abort -> {});

    assertEquals(Outcome.SERVER_AWAY, result.outcome());
    assertEquals("server offers no STARTTLS", result.detail());
  }

  private SmtpMailer mailer(String startTls, @Nullable ServerCertificate trusted) {
    Map<String, String> settings = new HashMap<>();
    settings.put("start-tls", startTls);
    if (trusted != null) {
      settings.put("trusted-certificates", trusted.pem().toString());
    }
    return SmtpMailerTest.mailerTo(server.port(), settings);
  }
}
