package org.fapiaosuite.testkit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the mails that arrived at the SMTP server of the tests. */
public final class MailboxClient {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private MailboxClient() {}

  /**
   * A mail; {@code to} are the recipients of the envelope, {@code text} and {@code html} are
   * decoded, each empty when the mail has no such part.
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Message(
      String id,
      String from,
      List<String> to,
      String subject,
      String receivedAt,
      Map<String, String> headers,
      String text,
      String html,
      List<Attachment> attachments) {

    /** JSON has null for a part that is not there. */
    @JsonCreator
    public Message {
      text = Objects.requireNonNullElse(text, "");
      html = Objects.requireNonNullElse(html, "");
    }
  }

  /** Content in base64. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Attachment(String name, String contentType, String content) {}

  /** What an address got, newest last. */
  public static List<Message> messages(String to) {
    String query = "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    HttpResponse<String> answer = send(request(query).GET().build());
    try {
      return JSON.readValue(answer.body(), new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("Not a list of mails: " + answer.body(), e);
    }
  }

  /** Deletes all mails of everybody. */
  public static void clear() {
    send(request("").DELETE().build());
  }

  private static HttpRequest.Builder request(String query) {
    return HttpRequest.newBuilder(
        URI.create(SharedInfrastructure.published("mailbox") + "/messages" + query));
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException("The mailbox does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}
