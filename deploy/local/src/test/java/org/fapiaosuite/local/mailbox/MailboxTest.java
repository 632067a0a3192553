package org.fapiaosuite.local.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T09:30:00.123Z"), ZoneOffset.UTC);

  @TempDir Path folder = Path.of("");

  @TempDir Path elsewhere = Path.of("");

  private int smtpPort;

  @SuppressWarnings("NullAway.Init") // by start
  private SmtpReceiver smtp;

  @SuppressWarnings("NullAway.Init") // by start
  private MailboxHttp http;

  @BeforeEach
  void start() throws Exception {
    Mails mails = new Mails(folder, CLOCK);
    smtpPort = freePort();
    smtp = new SmtpReceiver(smtpPort, mails);
    http = new MailboxHttp(0, mails);
    smtp.start();
    http.start();
  }

  @AfterEach
  void stop() {
    smtp.stop();
    http.stop();
  }

  @Test
  void a_mail_is_shown_decoded_to_each_recipient_of_its_envelope() throws Exception {
    send(chineseMail(), "finance@contoso.example", "archive+cn@contoso.example");

    JsonNode found = getJson("/messages?to=Archive+CN@contoso.example");

    assertEquals(1, found.size());
    JsonNode mail = found.get(0);
    assertEquals("no-reply@fapiao.example", mail.path("from").asText());
    assertEquals(
        "[\"archive+cn@contoso.example\",\"finance@contoso.example\"]", mail.path("to").toString());
    assertEquals("发票已开具 / Issued", mail.path("subject").asText());
    assertEquals("2026-11-20T09:30:00.123Z", mail.path("receivedAt").asText());
    assertEquals("您好，\n发票已开具。", mail.path("text").asText());
    assertEquals("<p>您好，<b>发票</b>已开具。</p>", mail.path("html").asText());
    assertEquals("<7@suite>", mail.path("headers").path("Message-ID").asText());
    assertEquals("发票.pdf", mail.at("/attachments/0/name").asText());
    assertEquals("JVBERg==", mail.at("/attachments/0/content").asText());
    assertEquals(0, getJson("/messages?to=somebody@else.example").size());
  }

  @Test
  void mails_survive_a_restart_in_their_order() throws Exception {
    send(plainMail("first"), "a@b.example");
    send(plainMail("second"), "a@b.example");

    stop();
    start();

    JsonNode found = getJson("/messages?to=a@b.example");
    assertEquals(2, found.size());
    assertEquals("first", found.get(0).path("subject").asText());
    assertEquals("second", found.get(1).path("subject").asText());
  }

  @Test
  void deleted_mails_are_gone() throws Exception {
    send(plainMail("first"), "a@b.example");

    assertEquals(204, request("DELETE", "/messages").statusCode());

    assertEquals(0, getJson("/messages").size());
    assertEquals(0, new Mails(folder, CLOCK).all().size());
  }

  @Test
  void a_mail_that_is_none_is_shown_nevertheless() throws Exception {
    MimeMessage broken =
        new MimeMessage(
            session(),
            new ByteArrayInputStream(
                "Content-Type: text/plain; charset=nonsense\r\n\r\nraw"
                    .getBytes(StandardCharsets.US_ASCII)));
    send(broken, "a@b.example");

    assertEquals("raw", getJson("/messages").get(0).path("text").asText().strip());
  }

  @Test
  void the_pages_show_no_markup_of_a_mail_as_their_own() throws Exception {
    send(plainMail("<script>alert(1)</script>"), "a@b.example");
    String id = getJson("/messages").get(0).path("id").asText();

    String list = request("GET", "/").body();
    HttpResponse<String> page = request("GET", "/mails/" + id);
    HttpResponse<String> body = request("GET", "/mails/" + id + "/body");

    assertTrue(list.contains("&lt;script&gt;"), list);
    assertFalse(list.contains("<script>"), list);
    assertFalse(page.body().contains("<script>"), page.body());
    assertTrue(body.headers().firstValue("Content-Security-Policy").orElse("").contains("sandbox"));
    assertEquals(404, request("GET", "/mails/1").statusCode());
    assertEquals(404, request("GET", "/mails/" + id + "/attachments/9").statusCode());
    assertEquals(405, request("POST", "/messages").statusCode());
  }

  private MimeMessage chineseMail() throws MessagingException, IOException {
    MimeMessage message = plainMail("发票已开具 / Issued");
    MimeBodyPart text = new MimeBodyPart();
    text.setText("您好，\r\n发票已开具。", "GB18030");
    MimeBodyPart html = new MimeBodyPart();
    html.setText("<p>您好，<b>发票</b>已开具。</p>", "UTF-8", "html");
    MimeBodyPart bodies = new MimeBodyPart();
    bodies.setContent(new MimeMultipart("alternative", text, html));
    MimeBodyPart pdf = new MimeBodyPart();
    pdf.attachFile(
        Files.writeString(elsewhere.resolve("发票.pdf"), "%PDF").toFile(),
        "application/pdf",
        "base64");
    message.setContent(new MimeMultipart("mixed", bodies, pdf));
    return message;
  }

  private static MimeMessage plainMail(String subject) throws MessagingException {
    MimeMessage message =
        new MimeMessage(session()) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<7@suite>");
          }
        };
    message.setFrom(new InternetAddress("no-reply@fapiao.example"));
    message.setRecipients(Message.RecipientType.TO, "finance@contoso.example");
    message.setSubject(subject, "UTF-8");
    message.setText("text");
    return message;
  }

  private void send(MimeMessage message, String... recipients) throws MessagingException {
    InternetAddress[] to = new InternetAddress[recipients.length];
    for (int i = 0; i < recipients.length; i++) {
      to[i] = new InternetAddress(recipients[i]);
    }
    message.saveChanges();
    try (Transport transport = session().getTransport("smtp")) {
      transport.connect("127.0.0.1", smtpPort, "", "");
      transport.sendMessage(message, to);
    }
  }

  private static Session session() {
    return Session.getInstance(new Properties());
  }

  private JsonNode getJson(String path) throws Exception {
    return new ObjectMapper().readTree(request("GET", path).body());
  }

  private HttpResponse<String> request(String method, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + http.port() + path);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody()).build(),
            BodyHandlers.ofString());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
