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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxTest {
  private static final int KEPT = 5;
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
    Mails mails = new Mails(folder, KEPT, CLOCK);
    smtp = new SmtpReceiver(0, mails);
    http = new MailboxHttp(0, mails);
    smtp.start();
    smtpPort = smtp.port();
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
    assertEquals(0, new Mails(folder, KEPT, CLOCK).size());
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
  void only_the_newest_are_kept() throws Exception {
    for (int i = 1; i <= KEPT + 2; i++) {
      send(plainMail("mail " + i), "a@b.example");
    }

    JsonNode found = getJson("/messages?to=a@b.example");
    assertEquals(
        List.of("mail 3", "mail 4", "mail 5", "mail 6", "mail 7"),
        found.findValuesAsText("subject"));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(KEPT, files.count());
    }
    assertEquals(2, new Mails(folder, 2, CLOCK).size());
  }

  @Test
  void a_list_goes_on_where_its_link_says() throws Exception {
    for (int i = 1; i <= 4; i++) {
      send(plainMail("mail " + i), i == 2 ? "else@b.example" : "a+1@b.example");
    }

    HttpResponse<String> newest = request("GET", "/messages?to=a+1@b.example&limit=2");
    String link = newest.headers().firstValue("Link").orElseThrow();
    HttpResponse<String> older = request("GET", link.substring(1, link.indexOf('>')));

    assertEquals(List.of("mail 3", "mail 4"), subjects(newest));
    assertTrue(link.endsWith(">; rel=\"next\""), link);
    assertEquals(List.of("mail 1"), subjects(older));
    assertEquals(Optional.empty(), older.headers().firstValue("Link"));
    assertEquals(0, getJson("/messages?to=").size());
    assertEquals(400, request("GET", "/messages?limit=0").statusCode());
    assertEquals(400, request("GET", "/messages?limit=x").statusCode());
    assertEquals(400, request("GET", "/?before=-1").statusCode());
  }

  @Test
  void a_mails_file_is_its_owners_alone() throws Exception {
    send(plainMail("first"), "a@b.example");

    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertEquals(
            "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      }
    }
    assertEquals(1, getJson("/messages").size());
  }

  @Test
  void a_mail_is_shown_as_a_person_reads_it_and_as_it_came() throws Exception {
    send(chineseMail(), "finance@contoso.example");
    String id = getJson("/messages").get(0).path("id").asText();

    HttpResponse<String> page = request("GET", "/mails/" + id);
    HttpResponse<String> body = request("GET", "/mails/" + id + "/body");
    HttpResponse<String> source = request("GET", "/mails/" + id + "/source");
    HttpResponse<String> pdf = request("GET", "/mails/" + id + "/attachments/0");

    assertTrue(
        page.body()
            .contains(
                "<iframe title=\"Mail\" sandbox=\"allow-popups allow-popups-to-escape-sandbox"
                    + " allow-top-navigation-by-user-activation\" src=\"/mails/"
                    + id
                    + "/body\"></iframe>"),
        page.body());
    assertTrue(page.body().contains("您好，\n发票已开具。</pre>"), page.body());
    assertTrue(page.body().contains("Message-ID: &lt;7@suite&gt;"), page.body());
    assertEquals(
        "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'",
        policy(page));
    assertEquals("<!doctype html><base target=\"_top\"><p>您好，<b>发票</b>已开具。</p>", body.body());
    assertTrue(source.body().contains("\r\nMessage-ID: <7@suite>\r\n"), source.body());
    assertEquals("text/plain; charset=utf-8", source.headers().firstValue("Content-Type").get());
    assertEquals("default-src 'none'; frame-ancestors 'none'; sandbox", policy(source));
    assertEquals("%PDF", pdf.body());
    assertEquals(200, request("GET", "/mailbox.css").statusCode());
    assertEquals(404, request("GET", "/mails/1/source").statusCode());
  }

  @Test
  void the_frame_runs_nothing_of_a_mail() throws Exception {
    MimeMessage mail = plainMail("hello");
    String html =
        "<html><HEAD><title>t</title></head><body><script>alert(1)</script></body></html>";
    mail.setContent(html, "text/html; charset=utf-8");
    send(mail, "a@b.example");
    String id = getJson("/messages").get(0).path("id").asText();

    HttpResponse<String> body = request("GET", "/mails/" + id + "/body");

    assertEquals(html.replace("<HEAD>", "<HEAD><base target=\"_top\">"), body.body().strip());
    assertEquals(
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self';"
            + " sandbox allow-popups allow-popups-to-escape-sandbox"
            + " allow-top-navigation-by-user-activation",
        policy(body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "</title><script>alert(1)</script>",
        "\u202Egnp.exe \u0627\u0644\u0641\u0627\u062A\u0648\u0631\u0629",
        "\uD83D\uDE00\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
        "%s %n $1 \\",
        "   "
      })
  void the_name_of_a_mail_is_text_and_nothing_else(String subject) throws Exception {
    send(plainMail(subject), "a@b.example");
    String id = getJson("/messages").get(0).path("id").asText();
    String shown =
        subject.isBlank()
            ? "(no subject)"
            : subject
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");

    String list = request("GET", "/").body();
    String page = request("GET", "/mails/" + id).body();

    assertTrue(list.contains("<bdi>" + shown + "</bdi>"), list);
    assertTrue(page.contains("<h1><bdi>" + shown + "</bdi></h1>"), page);
    assertTrue(page.contains("<title>" + shown + "</title>"), page);
    assertFalse(list.contains("<script"), list);
    assertFalse(page.contains("<script"), page);
  }

  @Test
  void a_long_name_is_cut_between_characters() throws Exception {
    send(plainMail("\uD83D\uDE00".repeat(300)), "a@b.example");

    String list = request("GET", "/").body();

    assertTrue(list.contains("<bdi>" + "\uD83D\uDE00".repeat(200) + "…</bdi>"), list);
  }

  @Test
  void what_is_not_there_is_said_so() throws Exception {
    send(plainMail("first"), "a@b.example");
    String id = getJson("/messages").get(0).path("id").asText();

    assertEquals(404, request("GET", "/mails/1").statusCode());
    assertEquals(404, request("GET", "/mails/" + id + "/attachments/9").statusCode());
    assertEquals(404, request("GET", "/nothing").statusCode());
    assertEquals(405, request("POST", "/messages").statusCode());
    assertTrue(request("GET", "/?to=nobody@b.example").body().contains("No mail yet."));
  }

  private static String policy(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Security-Policy").orElse("");
  }

  private static List<String> subjects(HttpResponse<String> answer) throws IOException {
    return new ObjectMapper().readTree(answer.body()).findValuesAsText("subject");
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
}
