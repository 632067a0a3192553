package org.fapiaosuite.local.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A mail as the JSON shows it.
 *
 * @param from the address in the From header; without one, the envelope's sender
 * @param to the envelope's recipients
 * @param receivedAt ISO-8601, UTC
 * @param headers decoded; of a name that comes twice, the values joined with a line feed
 * @param text decoded, null when the mail has no such part
 * @param html decoded, null when the mail has no such part
 */
record Mail(
    String id,
    String from,
    List<String> to,
    String subject,
    String receivedAt,
    Map<String, String> headers,
    @Nullable String text,
    @Nullable String html,
    List<Attachment> attachments) {

  /** Size in bytes; content in base64. */
  record Attachment(String name, String contentType, int size, String content) {}

  /** Reads what any mailer may send; a mail that is none is shown as text. */
  static Mail parse(String id, Envelope envelope, InputStream content) throws IOException {
    String receivedAt = envelope.receivedAt().toString();
    byte[] bytes = content.readAllBytes();
    try {
      MimeMessage message =
          new MimeMessage(
              Session.getInstance(new Properties()), new SharedByteArrayInputStream(bytes));
      Parts parts = new Parts();
      parts.collect(message);
      return new Mail(
          id,
          sender(message, envelope),
          envelope.to(),
          message.getSubject() == null ? "" : message.getSubject(),
          receivedAt,
          Parts.headers(message),
          parts.text(),
          parts.html(),
          parts.attachments());
    } catch (MessagingException | IOException | RuntimeException unreadable) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      return new Mail(
          id, envelope.from(), envelope.to(), "", receivedAt, Map.of(), text, null, List.of());
    }
  }

  private static String sender(MimeMessage message, Envelope envelope) throws MessagingException {
    var from = message.getFrom();
    return from != null && from.length > 0 && from[0] instanceof InternetAddress address
        ? address.getAddress()
        : envelope.from();
  }
}
