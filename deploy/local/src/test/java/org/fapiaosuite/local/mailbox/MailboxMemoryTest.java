package org.fapiaosuite.local.mailbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
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
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mailbox as a process whose heap is a fifth of the mails that it shows. */
class MailboxMemoryTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MAILS = 6_000;
  private static final String ADDRESS = "finance@contoso.example";

  /** The mails have 16 KiB each, 94 MiB together. */
  private static final String HEAP = "-Xmx18m";

  @TempDir Path home = Path.of("");

  @SuppressWarnings("NullAway.Init") // by start
  private Process mailbox;

  private int port;

  @AfterEach
  void stop() throws InterruptedException {
    mailbox.destroy();
    mailbox.waitFor();
  }

  @Test
  void six_thousand_mails_to_one_address_are_listed_a_page_at_a_time() throws Exception {
    // Given
    Mails mails = new Mails(home.resolve("mails"), MAILS, Clock.systemUTC());
    for (int i = 1; i <= MAILS; i++) {
      mails.add("suite@fapiao.example", List.of(ADDRESS), mail(i));
    }
    start();

    // When
    HttpResponse<String> list = page("/?to=" + ADDRESS);
    HttpResponse<String> everybody = page("/");
    int read = 0;
    String next = "/messages?limit=1000&to=" + ADDRESS;
    while (!next.isEmpty()) {
      HttpResponse<InputStream> answer = get(next, BodyHandlers.ofInputStream());
      read += count(answer.body());
      next = answer.headers().firstValue("Link").map(MailboxMemoryTest::address).orElse("");
    }

    // Then
    assertEquals(MAILS, read);
    assertEquals(50, list.body().split("<li>", -1).length - 1);
    assertTrue(list.body().contains("<bdi>mail 6000</bdi>"), list.body());
    assertEquals(200, everybody.statusCode());
    assertTrue(mailbox.isAlive());
  }

  private void start() throws IOException {
    port = freePort();
    Path ready = home.resolve("ready");
    mailbox =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                "org.fapiaosuite.local.mailbox.Mailbox",
                "--data",
                home.resolve("mails").toString(),
                "--smtp-port",
                String.valueOf(freePort()),
                "--port",
                String.valueOf(port),
                "--ready",
                ready.toString())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("log").toFile())
            .start();
    await()
        .atMost(PATIENCE)
        .failFast(() -> assertTrue(mailbox.isAlive(), "the mailbox ended while it started"))
        .until(() -> Files.exists(ready));
  }

  private static byte[] mail(int number) {
    String text =
        "From: suite@fapiao.example\r\nSubject: mail "
            + number
            + "\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>"
            + "x".repeat(16 * 1024)
            + "</p>\r\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static int count(InputStream array) throws IOException {
    int elements = 0;
    try (JsonParser json = new ObjectMapper().createParser(array)) {
      assertEquals(JsonToken.START_ARRAY, json.nextToken());
      while (json.nextToken() == JsonToken.START_OBJECT) {
        json.skipChildren();
        elements++;
      }
    }
    return elements;
  }

  private static String address(String link) {
    return link.substring(1, link.indexOf('>'));
  }

  private HttpResponse<String> page(String path) throws IOException, InterruptedException {
    return get(path, BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> get(String path, HttpResponse.BodyHandler<T> handler)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), handler);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
