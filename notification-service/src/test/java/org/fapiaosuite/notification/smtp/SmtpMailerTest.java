package org.fapiaosuite.notification.smtp;

import static java.time.Duration.ofMillis;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.notification.smtp.SendResult.Outcome;
import org.fapiaosuite.testkit.smtp.Fault;
import org.fapiaosuite.testkit.smtp.FaultSmtpServer;
import org.fapiaosuite.testkit.smtp.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SmtpMailerTest {
  private static final EmailAddress FROM = new EmailAddress("fapiao@service-centre.example");
  private static final EmailAddress TO = new EmailAddress("finance@contoso.example");
  private static final byte[] MAIL =
      "Message-ID: <1@x>\r\n\r\nline\r\n.\r\n..dots\r\n".getBytes(StandardCharsets.US_ASCII);

  private FaultSmtpServer server;

  @BeforeEach
  void start() throws IOException {
    server = FaultSmtpServer.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void a_mail_arrives_as_it_was_written(boolean pipelining) {
    server.offerPipelining(pipelining);

    SendResult result = mailer(Map.of()).send(FROM, TO, MAIL, abort -> {});

    assertEquals(Outcome.ACCEPTED, result.outcome());
    assertEquals(1, server.received().size());
    assertEquals(new String(MAIL, StandardCharsets.US_ASCII), server.received().get(0).raw());
    assertEquals(TO.text(), server.received().get(0).to());
    assertEquals(FROM.text(), server.received().get(0).from());
  }

  @Test
  void a_greeting_may_say_the_same_word_twice() {
    server.follow(
        Script.always(
            Fault.Point.EHLO,
            Fault.reply("250 host host\nPIPELINING\nAUTH PLAIN LOGIN\nAUTH=PLAIN LOGIN\nX")));

    SendResult result = mailer(Map.of()).send(FROM, TO, MAIL, abort -> {});

    assertEquals(Outcome.ACCEPTED, result.outcome());
  }

  @Test
  void a_connection_is_used_again() {
    SmtpMailer mailer = mailer(Map.of());

    for (int i = 0; i < 20; i++) {
      mailer.send(FROM, TO, MAIL, abort -> {});
    }

    assertEquals(20, server.received().size());
    assertEquals(1, server.connections());
  }

  @Test
  void senders_that_share_connections_send_each_mail_once() throws Exception {
    SmtpMailer mailer = mailer(Map.of("idle-connections", "2"));
    ExecutorService senders = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Outcome>> mails =
          Collections.nCopies(16_000, () -> mailer.send(FROM, TO, MAIL, abort -> {}).outcome());
      for (Future<Outcome> sent : senders.invokeAll(mails)) {
        assertEquals(Outcome.ACCEPTED, sent.get());
      }
    } finally {
      senders.shutdownNow();
    }

    assertEquals(16_000, server.received().size());
  }

  @Test
  void a_connection_that_died_while_idle_costs_nothing() throws IOException {
    SmtpMailer mailer = mailer(Map.of());
    mailer.send(FROM, TO, MAIL, abort -> {});
    server.down();
    server.up();

    SendResult result = mailer.send(FROM, TO, MAIL, abort -> {});

    assertEquals(Outcome.ACCEPTED, result.outcome());
    assertEquals(2, server.received().size());
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, 421 4.3.2 closing, REFUSED_FOR_NOW, false",
    "MAIL, 552 5.3.4 too big, REFUSED_FOR_GOOD, false",
    "RCPT, 450 4.2.0 greylisted, REFUSED_FOR_NOW, true",
    "RCPT, 451 4.7.1 try later, REFUSED_FOR_NOW, true",
    "RCPT, 452 4.2.2 full, REFUSED_FOR_NOW, true",
    "RCPT, 550 5.1.1 no such user, REFUSED_FOR_GOOD, true",
    "RCPT, 552 5.2.2 mailbox full, REFUSED_FOR_GOOD, true",
    "DATA, 451 no, REFUSED_FOR_NOW, false",
    "DATA, 554 no, REFUSED_FOR_GOOD, false",
    "END_OF_TEXT, 451 4.3.0 try later, REFUSED_FOR_NOW, false",
    "END_OF_TEXT, 554 5.7.1 spam, REFUSED_FOR_GOOD, false"
  })
  void a_refusal_is_what_its_code_says_and_the_next_mail_passes(
      Fault.Point point, String reply, Outcome expected, boolean aboutRecipient) {
    for (boolean pipelining : new boolean[] {true, false}) {
      server.offerPipelining(pipelining);
      server.follow(Script.always(point, Fault.reply(reply)));
      SmtpMailer mailer = mailer(Map.of());

      SendResult result = mailer.send(FROM, TO, MAIL, abort -> {});

      assertEquals(expected, result.outcome());
      assertEquals(aboutRecipient, result.recipientRefused());
      assertEquals(reply, reply(result).line());
      server.follow(Script.wellBehaved());
      assertEquals(Outcome.ACCEPTED, mailer.send(FROM, TO, MAIL, abort -> {}).outcome());
    }
  }

  @Test
  void a_reply_of_several_lines_is_one_reply() {
    server.follow(
        Script.always(Fault.Point.RCPT, Fault.reply("550 5.1.1 first\n5.1.1 second\n5.1.1 third")));

    SendResult result = mailer(Map.of()).send(FROM, TO, MAIL, abort -> {});

    assertEquals("550 5.1.1 first 5.1.1 second 5.1.1 third", reply(result).line());
    assertTrue(reply(result).saysNoSuchMailbox());
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECT", "EHLO"})
  void a_server_that_drops_stalls_or_refuses_before_any_mail_is_away(Fault.Point point) {
    for (Fault fault : new Fault[] {Fault.drop(), Fault.stall(), Fault.reply("421 busy")}) {
      server.follow(Script.always(point, fault));

      SendResult result = mailer(Map.of("reply-timeout", "0.2S")).send(FROM, TO, MAIL, abort -> {});

      assertEquals(Outcome.SERVER_AWAY, result.outcome());
    }
  }

  @RepeatedTest(20)
  void a_machine_that_is_gone_is_away() throws IOException {
    server.down();

    assertEquals(Outcome.SERVER_AWAY, mailer(Map.of()).send(FROM, TO, MAIL, abort -> {}).outcome());
  }

  @ParameterizedTest
  @EnumSource(names = {"MAIL", "RCPT", "DATA"})
  void a_drop_or_stall_before_the_text_cannot_have_delivered(Fault.Point point) {
    for (Fault fault : new Fault[] {Fault.drop(), Fault.stall()}) {
      server.follow(Script.always(point, fault));

      SendResult result = mailer(Map.of("reply-timeout", "0.2S")).send(FROM, TO, MAIL, abort -> {});

      assertEquals(Outcome.BROKEN, result.outcome());
    }
  }

  @Test
  void after_the_final_dot_only_the_reply_tells() {
    for (Fault fault :
        new Fault[] {Fault.drop(), Fault.stall(), Fault.takeAndDrop(), Fault.takeAndStall()}) {
      server.follow(Script.always(Fault.Point.END_OF_TEXT, fault));

      SendResult result = mailer(Map.of("final-timeout", "0.2S")).send(FROM, TO, MAIL, abort -> {});

      assertEquals(Outcome.UNANSWERED, result.outcome());
    }
    assertEquals(2, server.received().size());
  }

  @Test
  void the_last_reply_may_take_longer_than_the_others() {
    server.follow(Script.always(Fault.Point.END_OF_TEXT, Fault.late(ofMillis(600))));

    SendResult result =
        mailer(Map.of("reply-timeout", "0.3S", "final-timeout", "5S"))
            .send(FROM, TO, MAIL, abort -> {});

    assertEquals(Outcome.ACCEPTED, result.outcome());
  }

  @Test
  void no_mail_leaves_unencrypted_where_encryption_is_required() {
    SendResult result = mailer(Map.of("start-tls", "REQUIRED")).send(FROM, TO, MAIL, abort -> {});

    assertEquals(Outcome.SERVER_AWAY, result.outcome());
    assertEquals("server offers no STARTTLS", result.detail());
    assertTrue(server.received().isEmpty());
  }

  @Test
  void a_conversation_can_be_broken_off_from_outside() {
    // Given
    server.follow(Script.always(Fault.Point.RCPT, Fault.stall()));

    // When
    SendResult result =
        mailer(Map.of())
            .send(
                FROM,
                TO,
                MAIL,
                abort -> {
                  Thread thread = new Thread(abort);
                  thread.setDaemon(true);
                  thread.start();
                });

    // Then no time-out ended it
    assertEquals("connection lost before the final dot", result.detail());
  }

  private static SmtpReply reply(SendResult result) {
    return Objects.requireNonNull(result.reply());
  }

  private SmtpMailer mailer(Map<String, String> settings) {
    return mailerTo(server.port(), settings);
  }

  static SmtpMailer mailerTo(int port, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>();
    all.put("host", "127.0.0.1");
    all.put("port", String.valueOf(port));
    all.put("start-tls", "DISABLED");
    all.putAll(settings);
    Map<String, String> prefixed = new HashMap<>();
    all.forEach(
        (name, value) ->
            prefixed.put(
                "fapiao.notification.smtp." + name,
                "PT".repeat(value.matches("[0-9.]+S") ? 1 : 0) + value));
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(SmtpConfig.class)
            .withSources(new PropertiesConfigSource(prefixed, "test", 100))
            .build();
    return new SmtpMailer(config.getConfigMapping(SmtpConfig.class));
  }
}
